"use strict";
document.querySelectorAll(".view").forEach(function (view) {
  var viewer = view.querySelector(".viewer");
  var grip = view.querySelector(".grip");
  var mode = view.querySelector(".mode");
  if (grip) {
    var move = function () {
      viewer.style.setProperty("--x", grip.value / 10 + "%");
      grip.setAttribute("aria-valuetext", grip.dataset.text.replace("#", Math.round(grip.value / 10)));
    };
    grip.addEventListener("input", move);
    move();
  }
  if (mode) {
    mode.hidden = false;
    mode.addEventListener("click", function () {
      var side = viewer.classList.toggle("side");
      viewer.classList.toggle("slider", !side);
      mode.textContent = side ? mode.dataset.slider : mode.dataset.side;
    });
  }
});
