// Keeps a sitting's screen up to date. Without it the page stands as it was opened, and its forms
// are plain forms.
"use strict";
(() => {
  const root = document.querySelector("[data-live]");
  if (!root || !window.EventSource) return;
  const state = document.getElementById("live-state");
  const said = document.getElementById("live-said");
  const mine = document.querySelector("[data-mine]");
  const FIELDS = "input:not([type=hidden]), select, textarea";
  const READ = 20000; // milliseconds for which a sentence stands, whatever replaces what is around it
  const OWN = ["csrfmiddlewaretoken", "command_id"]; // of a session, not of the sitting
  let position = root.dataset.position;
  let ahead = 0; // milliseconds by which the server's clock is ahead of this one
  let refused = 0; // how often in a row no stream was to be had
  let asking = 0; // the timer of what is of the viewer alone

  const clock = (now) => { ahead = Date.parse(now) - Date.now() || 0; };
  const show = (on) => {
    if (!state) return;
    state.textContent = on ? state.dataset.on : state.dataset.off;
    state.className = on ? "on" : "off";
  };

  // What a field or button is called, so that it is found again in the part that replaces it.
  const called = (element) => {
    const hidden = element.form ? [...element.form.querySelectorAll("[type=hidden]")] : [];
    const about = hidden.filter((field) => !OWN.includes(field.name)).map((field) => field.value);
    return element.id || [element.form && element.form.getAttribute("action"), ...about,
      element.name || element.textContent.trim()].join("|");
  };
  const usual = (options) => Math.min(options.length - 1,
    Math.max(0, [...options].findIndex((one) => one.defaultSelected)));
  const touched = (field) => (field.options
    ? field.selectedIndex !== usual(field.options) // the first, where none is marked
    : field.checked !== field.defaultChecked || field.value !== field.defaultValue);

  // A sentence that a step was answered with stands at its form, or before all if that is gone.
  const titled = (form) => called(form.querySelector("button"));
  const alerts = (part) => [...part.querySelectorAll("[data-told]")];
  const put = (alert, part) => {
    const form = [...part.querySelectorAll("form[data-quick]")]
      .find((one) => titled(one) === alert.dataset.told);
    if (form) form.append(alert);
    else part.prepend(alert);
  };
  const tell = (part, title, sentence) => {
    const told = alerts(part).find((one) => one.dataset.told === title)
      || document.createElement("p");
    told.className = "wrong";
    told.setAttribute("role", "alert");
    told.dataset.told = title;
    told.dataset.at = Date.now();
    put(told, part);
    told.textContent = sentence;
  };

  const prepare = (within) => {
    for (const field of within.querySelectorAll(OWN.map((name) => `[name=${name}]`))) {
      field.value = field.value || (field.name === OWN[0] ? root.dataset.token : identity());
    }
  };
  const identity = () => [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const replace = (part, html) => {
    const focus = part.contains(document.activeElement) ? called(document.activeElement) : "";
    const entered = new Map([...part.querySelectorAll(FIELDS)].filter(touched)
      .map((field) => [called(field), [field.value, field.checked]]));
    const open = [...part.querySelectorAll("[open] > summary")].map((one) => one.textContent);
    const before = spoken(part);
    const told = alerts(part).filter((one) => Date.now() - one.dataset.at < READ);
    part.innerHTML = html;
    prepare(part);
    for (const one of told) put(one, part);
    for (const field of part.querySelectorAll(FIELDS)) {
      const was = entered.get(called(field));
      if (was) [field.value, field.checked] = was;
      if (was && field.selectedIndex < 0) field.selectedIndex = usual(field.options); // gone
    }
    for (const one of part.querySelectorAll("summary")) {
      one.parentNode.open = one.parentNode.open || open.includes(one.textContent);
    }
    if (focus) {
      const again = [...part.querySelectorAll("button, a, summary, " + FIELDS)]
        .find((element) => called(element) === focus);
      if (!again) part.tabIndex = -1;
      (again || part).focus({ preventScroll: true });
    }
    const now = spoken(part);
    if (said && now && now !== before) said.textContent = now;
    tick();
  };
  const spoken = (part) => [...part.querySelectorAll("[data-announce], .headline")]
    .map((element) => element.textContent.trim()).join(". ");

  const tick = () => {
    for (const element of document.querySelectorAll("[data-given-at]")) {
      const gone = Math.floor((Date.now() + ahead - Date.parse(element.dataset.givenAt)) / 1000);
      const limit = Number(element.dataset.seconds);
      const left = limit ? limit - gone : Math.max(gone, 0);
      const size = Math.abs(left);
      const text = (left < 0 ? "\u2212" : "") + Math.floor(size / 60) + ":"
        + String(size % 60).padStart(2, "0");
      const shown = element.querySelector(".left") || element;
      if (shown.textContent !== text) shown.textContent = text;
      element.classList.toggle("over", left < 0);
    }
  };

  // What of a part concerns the viewer: of marks that name a party those of their own, except
  // the entry of the record that is shown already.
  const marked = (part) => [...part.querySelectorAll("[data-mark]")]
    .flatMap((one) => one.dataset.mark.split(" "))
    .filter((mark) => {
      const [party, entry] = mark.split("=");
      const own = entry && mine && mine.querySelector(`[data-party="${CSS.escape(party)}"]`);
      return !entry || (own && own.dataset.entry !== entry);
    })
    .join(" ");

  // What is of the viewer alone is asked for; of many delegations not by all at the same moment.
  const within = mine ? Math.min(2000, 5 * Number(mine.dataset.crowd)) : 0; // milliseconds
  const ask = () => {
    if (!mine) return;
    clearTimeout(asking);
    asking = setTimeout(async () => {
      const answer = await fetch(mine.dataset.mine).catch(() => null);
      if (answer && answer.ok) replace(mine, await answer.text());
    }, Math.random() * within);
  };

  // Whose page is there no more asks no further; it can be looked at anew, as somebody else.
  const isGone = async () => {
    const page = await fetch(location.href, { method: "HEAD" }).catch(() => null);
    return page !== null && page.status === 404;
  };
  const offer = () => {
    if (!state || !state.dataset.anew) return;
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = state.dataset.anew;
    state.append(" ", link);
  };

  const connect = () => {
    const more = { after: position, release: root.dataset.release || "",
      lang: document.documentElement.lang };
    const languages = new URLSearchParams(location.search).get("languages");
    if (languages) more.languages = languages;
    const source = new EventSource(root.dataset.live + "&" + new URLSearchParams(more));
    source.onopen = () => {
      show(true);
      refused = 0;
    };
    source.onerror = async () => {
      show(false);
      if (source.readyState !== EventSource.CLOSED) return;
      refused += 1;
      if (refused % 3 || !(await isGone())) setTimeout(connect, 5000 + Math.random() * 5000);
      else offer();
    };
    source.addEventListener("now", (event) => clock(event.data));
    source.addEventListener("reload", () => {
      source.close();
      setTimeout(() => location.reload(), Math.random() * 2000);
    });
    for (const part of document.querySelectorAll("[id^=part-]")) {
      const name = part.id.slice(5);
      source.addEventListener(name, (event) => {
        position = event.lastEventId || position;
        const before = marked(part);
        replace(part, event.data);
        const concerns = !before || marked(part) !== before;
        if (mine && concerns && mine.dataset.on.split(" ").includes(name)) ask();
      });
    }
  };

  const send = async (form) => {
    const part = form.closest("[data-mine], [id^=part-]"); // the form may be gone from it meanwhile
    const title = titled(form);
    const answer = await fetch(form.getAttribute("action"), { method: "POST",
      body: new URLSearchParams(new FormData(form)), headers: { "X-Live": "1" } })
      .catch(() => null);
    if (!answer) return tell(part, title, state ? state.dataset.off : "");
    if (answer.ok) {
      form.elements[OWN[1]].value = identity();
      for (const one of alerts(part)) one.remove();
      for (const one of part.querySelectorAll(".sent")) one.classList.remove("sent");
      form.classList.add("sent"); // until what is of the viewer says so itself
      return ask();
    }
    const kind = answer.headers.get("Content-Type") || "";
    return kind.startsWith("text/plain") ? tell(part, title, await answer.text())
      : form.isConnected ? form.submit() : location.reload();
  };
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("form[data-quick]")) return;
    event.preventDefault();
    if (form.dataset.sent) return;
    form.dataset.sent = "1";
    await send(form);
    delete form.dataset.sent;
  });
  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    const button = root.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button || button.disabled) return;
    event.preventDefault();
    button.click();
  });

  clock(root.dataset.now);
  prepare(root);
  tick();
  setInterval(tick, 500);
  connect();
})();
