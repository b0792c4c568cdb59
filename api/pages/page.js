// The copy button beside the lines to embed.
const button = document.querySelector("#copy");
if (navigator.clipboard) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector("#snippet").textContent);
    button.textContent = "Copied";
  });
}
