"""The one door to chat models: any that LangChain's `init_chat_model` can reach, asked for one whole reply."""

from dataclasses import dataclass, field

from langsmith import tracing_context

from advisor.errors import ModelError
from advisor.settings import Settings

TOKENS = 600  # of one reply
NO_KEY = "none"  # servers of one's own ask for none, and the client insists on one


@dataclass(frozen=True)
class ChatModel:
    """A chat model by its name, such as `openai:NAME`."""

    name: str
    url: str | None = field(repr=False)
    key: str | None = field(repr=False)
    timeout: float

    def reply(self, instructions: str, message: str) -> str:
        """What the model says to a message; ModelError where it says nothing whole in time."""
        from langchain.chat_models import init_chat_model  # noqa: PLC0415 - a second of imports that most never need

        key = self.key or (NO_KEY if self.url else None)
        try:
            model = init_chat_model(
                self.name,
                base_url=self.url,
                api_key=key,
                temperature=0,
                timeout=self.timeout,
                max_retries=1,
                max_tokens=TOKENS,
            )
            with tracing_context(enabled=False):  # whatever the environment holds
                said = model.invoke([("system", instructions), ("human", message)])
        except Exception as error:  # each vendor has errors of its own
            raise ModelError(f"{self.name} could not be asked ({type(error).__name__}): see ADVISOR_MODEL") from error
        if said.response_metadata.get("finish_reason", "stop") != "stop":
            raise ModelError(f"{self.name} did not finish its reply")
        return str(said.text)


def open_model(settings: Settings) -> ChatModel | None:
    """The chat model that these settings name; None where they name none."""
    if settings.model is None:
        return None
    return ChatModel(settings.model, settings.model_url, settings.model_key, settings.model_timeout)
