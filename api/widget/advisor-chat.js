// Registers the element: <advisor-chat endpoint="https://…" mode="bubble" theme="auto"></advisor-chat>
import "./client.js"; // named here so that all files are fetched at once
import "./conversation.js";
import "./dom.js";
import "./markdown.js";
import "./stream.js";
import "./style.js";
import "./table.js";
import "./view.js";
import { AdvisorChat } from "./element.js";

if (!customElements.get("advisor-chat")) customElements.define("advisor-chat", AdvisorChat);
