// Runs before the first paint so that a kept theme never flashes; an external file because the CSP allows no inline script.
(function () {
  var root = document.documentElement;
  var theme = null;
  try {
    theme = localStorage.getItem("fulexo.theme");
    var lang = localStorage.getItem("fulexo.lang");
    if (lang === "tr" || lang === "en") root.lang = lang;
    if (localStorage.getItem("fulexo.density") === "comfortable") root.dataset.density = "comfortable";
  } catch (e) {
    // Storage may be forbidden; the system's theme is then right.
  }
  var dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "dark" : "light";
})();
