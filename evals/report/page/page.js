// Filters: by slice, by verdict and by words; what is chosen stands in the address, so that a view can be passed on.
const form = document.querySelector(".filters");
const cases = [...document.querySelectorAll("details.case")];
const shown = document.querySelector("#shown");

function apply() {
  const { slice, verdict, words } = Object.fromEntries(new FormData(form));
  let count = 0;
  for (const one of cases) {
    const fits = (!slice || one.dataset.slices.split(" ").includes(slice))
      && (!verdict || one.dataset.verdicts.split(" ").includes(verdict))
      && (!words || one.textContent.toLowerCase().includes(words.toLowerCase()));
    one.hidden = !fits;
    count += fits;
  }
  shown.textContent = `${count} of ${cases.length} cases`;
  const chosen = new URLSearchParams(Object.entries({ slice, verdict, words }).filter(([, value]) => value));
  history.replaceState(null, "", `#${chosen}`);
}

for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
  if (form.elements[name]) form.elements[name].value = value;
}
form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
apply();
