// Four small jobs, each optional: leaving fast, a quick search, a phone's own map, paper. Stores nothing.
(() => {
  const root = document.documentElement;
  // A printed page says where it is from, and its day, but not which page it was.
  const day = new Date().toLocaleDateString(root.lang, { dateStyle: "long" });
  document.querySelector(".mark").dataset.at = `${location.host} ${day}`;

  // 1. Leave. Hides the page at once, then puts a dull one in its place. Shift three times does the
  // same. /exit/ is asked as well: it tells the browser to drop its copies of our pages, so that
  // Back does not bring a list of places up again. Nothing waits for its answer.
  const leave = () => {
    root.classList.add("gone");
    document.title = "…";
    const way = document.querySelector("[data-leave]");
    fetch(way.href, { redirect: "manual", keepalive: true, cache: "no-store" }).catch(() => {});
    location.replace(way.dataset.leave);
  };
  let shifts = 0;
  let last = 0;
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    const soon = event.timeStamp - last < 1000;
    shifts = event.key === "Shift" ? (soon ? shifts : 0) + 1 : 0;
    last = event.timeStamp;
    if (shifts === 3) leave();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted && root.classList.contains("gone")) location.reload();
  });

  // 2. Quick search. htmx is fetched when a form is first touched; sent before that, the form goes
  // the plain way. htmx would note the page's address in sessionStorage: it is given none.
  const config = {
    historyCacheSize: 0, historyEnabled: false, refreshOnHistoryMiss: true,
    includeIndicatorStyles: false, allowEval: false, allowScriptTags: false,
  };
  let fetched = false;
  const quick = (event) => {
    const form = event.target.closest?.("form[data-quick]");
    // htmx starts only on a page that has fully loaded.
    if (!form || fetched || document.readyState !== "complete") return;
    fetched = true;
    Object.defineProperty(window, "sessionStorage", { value: undefined });
    const meta = document.createElement("meta");
    meta.name = "htmx-config";
    meta.content = JSON.stringify(config);
    const script = document.createElement("script");
    script.src = form.dataset.quick;
    document.head.append(meta, script);
  };
  addEventListener("focusin", quick);
  addEventListener("pointerdown", quick);
  // The answer is read out from its heading, and seen from its top.
  addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "main") return;
    scrollTo(0, 0);
    offerPrint();
    document.querySelector(".bar [aria-current]")?.removeAttribute("aria-current");
    document.querySelector(".bar [href$='/find/']")?.setAttribute("aria-current", "page");
    const heading = event.target.querySelector("h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });

  // 3. Directions. Android has a map of its own to open, so no map site hears of it.
  const map = /openstreetmap\.org\/directions\?to=(-?[\d.]+)(?:%2C|,)(-?[\d.]+)$/i;
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a");
    if (event.target.closest?.("[data-print]")) print();
    if (!link) return;
    if (link.dataset.leave) {
      event.preventDefault();
      leave();
    }
    const to = /Android/.test(navigator.userAgent) && map.exec(link.href);
    if (to) link.href = `geo:${to[1]},${to[2]}?q=${to[1]},${to[2]}`;
  });

  // 4. Print: a button shown only where it works.
  function offerPrint() {
    document.querySelector("[data-print]")?.removeAttribute("hidden");
  }
  offerPrint();
})();
