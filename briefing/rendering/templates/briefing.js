// Opens a citation beside the text. Without this script a citation is a link to the same note.
(() => {
  "use strict";
  const panel = document.getElementById("evidence");
  if (!panel || typeof panel.showPopover !== "function") return;
  if ("CSSMarginRule" in window) document.documentElement.classList.add("page-margins");
  const content = panel.querySelector("[data-content]");
  const close = panel.querySelector("button");
  let opener = null;

  const copy = (node) => {
    const twin = node.cloneNode(true);
    for (const part of [twin, ...twin.querySelectorAll("[id]")]) part.removeAttribute("id");
    return twin;
  };

  const fill = (ids) => {
    content.replaceChildren();
    let source = null;
    for (const id of ids) {
      const note = document.getElementById(id);
      if (!note || !note.matches("article.note")) continue;
      const group = note.closest("section");
      if (group !== source) content.append(copy(group.querySelector(".note-source")));
      source = group;
      content.append(copy(note));
    }
  };

  const open = (link) => {
    fill(link.dataset.notes.split(" "));
    if (!content.firstChild) return false;
    opener = link;
    panel.showPopover();
    panel.scrollTop = 0;
    link.setAttribute("aria-expanded", "true");
    close.focus();
    // A panel at the foot must not cover what it explains.
    const top = panel.getBoundingClientRect().top;
    const covered = link.getBoundingClientRect().bottom + 12 - top;
    if (top > 0 && covered > 0) window.scrollBy(0, covered);
    return true;
  };

  for (const link of document.querySelectorAll("a[data-notes]")) {
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-notes]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (open(link)) event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches("a[data-notes]")) return;
    if (open(event.target)) event.preventDefault();
  });

  close.addEventListener("click", () => panel.hidePopover());

  // Inside the panel a link leads elsewhere on the page: the panel makes way.
  content.addEventListener("click", (event) => {
    if (event.target.closest("a")) panel.hidePopover();
  });

  panel.addEventListener("toggle", (event) => {
    if (event.newState !== "closed" || !opener) return;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost || panel.contains(document.activeElement)) opener.focus();
    for (const link of document.querySelectorAll('a[aria-expanded="true"]')) {
      link.setAttribute("aria-expanded", "false");
    }
  });
})();
