// Leave: hides the page at once, then puts a dull one in its place, so that Back does not return
// here. Without this script the link still leaves, by way of /exit/. Shift three times does the same.
(() => {
  const leave = () => {
    const dull = document.querySelector("[data-leave]").dataset.leave;
    document.documentElement.classList.add("gone");
    document.title = "…";
    location.replace(dull);
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-leave]")) {
      event.preventDefault();
      leave();
    }
  });
  let shifts = 0;
  let last = 0;
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    shifts = event.key === "Shift" && Date.now() - last < 1000 ? shifts + 1 : event.key === "Shift" ? 1 : 0;
    last = Date.now();
    if (shifts === 3) leave();
  });
  // Coming back by the browser's own memory of the page shows nothing of it.
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.documentElement.classList.contains("gone")) location.reload();
  });
})();
