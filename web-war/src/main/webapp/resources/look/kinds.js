// Shows the settings of the rule that is chosen. The form does without: what belongs to another rule is not read.
(() => {
  "use strict";
  const kind = document.querySelector("#ask select[name=strategy]");
  const choose = () => document.querySelectorAll("#ask [data-kind]").forEach((part) => { part.hidden = part.dataset.kind !== kind.value; });
  kind.addEventListener("change", choose);
  choose();
})();
