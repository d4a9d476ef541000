"use strict";
// Everything here makes pages quicker to use; what must be kept is kept by the server.
(function () {
  const token = (document.querySelector("meta[name=csrf]") || { content: "" }).content;
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  // A part of the page, or the whole, is asked for again while the server still works on it.
  function poll() {
    const busy = all("[data-poll][data-busy=true]");
    busy.forEach(async function (part) {
      try {
        const answer = await fetch(part.dataset.poll, { headers: { Accept: "text/html" } });
        if (!answer.ok || answer.redirected) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (part.hasAttribute("data-whole")) {
          const fresh = page.querySelector("[data-poll][data-whole]");
          if (fresh && fresh.dataset.busy !== "true") location.reload();
        } else {
          const fresh = page.getElementById(part.id);
          if (fresh && fresh.outerHTML !== part.outerHTML) part.replaceWith(fresh);
        }
      } catch (e) { /* asked again soon */ }
    });
    setTimeout(poll, busy.length ? 900 : 3000);
  }
  setTimeout(poll, 700);

  function refresh(id) {
    const part = document.getElementById(id);
    if (part) part.dataset.busy = "true";
  }

  // The file is the body of the request, so that the server needs no temporary copy of it.
  function send(url, body, progress) {
    return new Promise(function (done) {
      const request = new XMLHttpRequest();
      request.open("POST", url);
      request.setRequestHeader("X-CSRF-TOKEN", token);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      if (progress) request.upload.onprogress = (e) => progress(e.loaded / e.total);
      request.onloadend = function () {
        let said = {};
        try { said = JSON.parse(request.responseText); } catch (e) { /* no words */ }
        done({ ok: request.status === 201, status: request.status, said: said });
      };
      request.send(body);
    });
  }

  all("[data-upload]").forEach(function (drop) {
    const input = drop.querySelector("input[type=file]");
    const bar = drop.querySelector("progress");
    const said = drop.querySelector("[data-said]");
    async function take(files) {
      const problems = [];
      bar.hidden = false;
      for (let i = 0; i < files.length; i++) {
        said.textContent = drop.dataset.sending + " " + (i + 1) + "/" + files.length;
        const answer = await send(drop.dataset.upload, files[i], (part) => { bar.value = (i + part) / files.length; });
        if (!answer.ok) problems.push(files[i].name + ": " + (answer.said.message || drop.dataset.failed));
        refresh("shots");
      }
      bar.hidden = true;
      said.textContent = problems.length ? problems.join(" ") : drop.dataset.ready;
      input.value = "";
    }
    input.addEventListener("change", () => input.files.length && take(Array.from(input.files)));
    ["dragenter", "dragover"].forEach((n) => drop.addEventListener(n, function (e) { e.preventDefault(); drop.classList.add("over"); }));
    ["dragleave", "drop"].forEach((n) => drop.addEventListener(n, () => drop.classList.remove("over")));
    drop.addEventListener("drop", function (e) { e.preventDefault(); take(Array.from(e.dataTransfer.files)); });
  });

  // Camera with hints. Thresholds are those of a preview, not of the measurement: the server looks at the photo itself.
  all("[data-camera]").forEach(async function (page) {
    const video = page.querySelector("video");
    const said = page.querySelector("[data-said]");
    const shoot = page.querySelector("[data-shoot]");
    const ghost = page.querySelector(".ghost");
    const show = page.querySelector("[data-ghost]");
    if (show) show.addEventListener("change", () => { ghost.hidden = !show.checked; });
    const tell = function (words) { said.textContent = words; said.hidden = !words; };
    const hint = function (name, good) {
      const item = page.querySelector("[data-hint=" + name + "]");
      item.classList.toggle("good", good === true);
      item.classList.toggle("warn", good === false);
      item.textContent = good === null ? "–" : (good ? "✓ " + item.dataset.good : "! " + item.dataset.bad);
    };
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 4096 }, height: { ideal: 3072 } } });
    } catch (e) { tell(page.dataset.none); return; }
    video.srcObject = stream;
    await video.play();
    shoot.disabled = false;
    let tilt = null;
    window.addEventListener("deviceorientation", function (e) {
      if (e.beta !== null) tilt = Math.max(Math.abs(e.beta), Math.abs(e.gamma)); // 0: the phone lies flat above the table
    });
    const small = document.createElement("canvas");
    const look = small.getContext("2d", { willReadFrequently: true });
    setInterval(function () {
      if (!video.videoWidth) return;
      small.width = 240;
      small.height = Math.round(240 * video.videoHeight / video.videoWidth);
      look.drawImage(video, 0, 0, small.width, small.height);
      const seen = judge(look.getImageData(0, 0, small.width, small.height));
      hint("hand", seen.hand);
      hint("sharp", seen.sharp);
      hint("bright", seen.bright);
      hint("level", tilt === null ? null : tilt < 12);
    }, 400);
    shoot.addEventListener("click", async function () {
      shoot.disabled = true;
      tell("");
      const picture = await still(video, stream);
      const answer = await send(page.dataset.camera, picture);
      tell(answer.ok ? page.dataset.sent : (answer.said.message || page.dataset.failed));
      shoot.disabled = false;
    });
  });

  async function still(video, stream) {
    if (window.ImageCapture) {
      try { return await new ImageCapture(stream.getVideoTracks()[0]).takePhoto(); } catch (e) { /* the frame then */ }
    }
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d").drawImage(video, 0, 0);
    return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.95));
  }

  function judge(image) {
    const w = image.width, h = image.height, p = image.data;
    const grey = new Float32Array(w * h);
    let skin = 0, sum = 0, burnt = 0;
    for (let i = 0; i < w * h; i++) {
      const r = p[4 * i], g = p[4 * i + 1], b = p[4 * i + 2];
      grey[i] = 0.299 * r + 0.587 * g + 0.114 * b;
      sum += grey[i];
      if (grey[i] > 250) burnt++;
      const cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b, cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
      if (cr > 133 && cr < 180 && cb > 77 && cb < 130) skin++;
    }
    let edges = 0, n = 0;
    for (let y = 1; y < h - 1; y++) for (let x = 1; x < w - 1; x++) {
      const i = y * w + x;
      const l = 4 * grey[i] - grey[i - 1] - grey[i + 1] - grey[i - w] - grey[i + w];
      edges += l * l;
      n++;
    }
    const mean = sum / (w * h);
    return { hand: skin / (w * h) > 0.15, sharp: edges / n > 18, bright: mean > 70 && mean < 215 && burnt / (w * h) < 0.08 };
  }

  // One photo: wheel, fingers, keys and buttons move and enlarge it; layers go on and off.
  all("[data-viewer]").forEach(function (viewer) {
    const stage = viewer.querySelector(".stage");
    const layer = viewer.querySelector(".layer");
    const image = layer.querySelector("img");
    let scale = 1, x = 0, y = 0, full = false;
    const fingers = new Map();
    let drawing = null;
    function place() {
      x = Math.min(0, Math.max(stage.clientWidth * (1 - scale), x));
      y = Math.min(0, Math.max(stage.clientHeight * (1 - scale), y));
      layer.style.transform = "translate(" + x + "px," + y + "px) scale(" + scale + ")";
      layer.style.setProperty("--thin", 1 / scale);
      if (scale > 1.6 && !full && image.dataset.full) { full = true; image.src = image.dataset.full; }
    }
    function zoom(factor, cx, cy) {
      const next = Math.min(24, Math.max(1, scale * factor));
      x = cx - (cx - x) * next / scale;
      y = cy - (cy - y) * next / scale;
      scale = next;
      place();
    }
    const centre = () => [stage.clientWidth / 2, stage.clientHeight / 2];
    stage.addEventListener("wheel", function (e) {
      e.preventDefault();
      const box = stage.getBoundingClientRect();
      zoom(Math.exp(-e.deltaY / 400), e.clientX - box.left, e.clientY - box.top);
    }, { passive: false });
    stage.addEventListener("pointerdown", function (e) {
      if (drawing) { drawing(e); return; }
      stage.setPointerCapture(e.pointerId);
      fingers.set(e.pointerId, [e.clientX, e.clientY]);
    });
    stage.addEventListener("pointermove", function (e) {
      const old = fingers.get(e.pointerId);
      if (!old) return;
      if (fingers.size === 2) {
        const other = Array.from(fingers.entries()).find((f) => f[0] !== e.pointerId)[1];
        const box = stage.getBoundingClientRect();
        const before = Math.hypot(old[0] - other[0], old[1] - other[1]);
        const now = Math.hypot(e.clientX - other[0], e.clientY - other[1]);
        if (before > 0) zoom(now / before, (e.clientX + other[0]) / 2 - box.left, (e.clientY + other[1]) / 2 - box.top);
      } else {
        x += e.clientX - old[0];
        y += e.clientY - old[1];
        place();
      }
      fingers.set(e.pointerId, [e.clientX, e.clientY]);
    });
    ["pointerup", "pointercancel"].forEach((n) => stage.addEventListener(n, (e) => fingers.delete(e.pointerId)));
    stage.addEventListener("keydown", function (e) {
      const step = 40;
      const moves = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
      if (moves[e.key] && scale > 1) { x += moves[e.key][0]; y += moves[e.key][1]; place(); }
      else if (e.key === "+" || e.key === "=") zoom(1.4, ...centre());
      else if (e.key === "-") zoom(1 / 1.4, ...centre());
      else if (e.key === "0") { scale = 1; place(); }
      else return;
      e.preventDefault();
    });
    all("[data-zoom]", viewer).forEach((button) => button.addEventListener("click", function () {
      if (button.dataset.zoom === "fit") { scale = 1; place(); } else zoom(button.dataset.zoom === "in" ? 1.5 : 1 / 1.5, ...centre());
    }));
    all("[data-layer]", viewer).forEach(function (button) {
      const group = layer.querySelector("g." + button.dataset.layer);
      if (!group) { button.hidden = true; return; }
      button.addEventListener("click", function () {
        const on = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", on);
        group.classList.toggle("hidden", !on);
      });
    });

    // Drawing an outline: each click a corner, written into the form as pixels of the upright photo.
    const form = document.querySelector("[data-correct]");
    if (form) {
      const field = form.querySelector("textarea");
      const width = +image.getAttribute("width"), height = +image.getAttribute("height");
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("viewBox", "0 0 " + width + " " + height);
      svg.setAttribute("class", "over drawn");
      const shape = document.createElementNS("http://www.w3.org/2000/svg", "polygon");
      svg.append(shape);
      layer.append(svg);
      const paint = () => shape.setAttribute("points", field.value);
      field.addEventListener("input", paint);
      const button = form.querySelector("[data-draw]");
      button.addEventListener("click", function () {
        const on = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", on);
        stage.classList.toggle("drawing", on);
        drawing = on ? function (e) {
          const box = image.getBoundingClientRect();
          const px = Math.round((e.clientX - box.left) / box.width * width);
          const py = Math.round((e.clientY - box.top) / box.height * height);
          if (px >= 0 && py >= 0 && px <= width && py <= height) { field.value = (field.value + " " + px + "," + py).trim(); paint(); }
        } : null;
        if (on) stage.scrollIntoView({ block: "center" });
      });
      form.querySelector("[data-undraw]").addEventListener("click", function () {
        field.value = field.value.trim().split(/\s+/).slice(0, -1).join(" ");
        paint();
      });
    }
  });

  // Two photos on each other.
  all("[data-pair]").forEach(function (card) {
    const pair = card.querySelector(".pair");
    const after = pair.querySelector(".after");
    const map = pair.querySelector(".map");
    const slide = card.querySelector("input[type=range]");
    let blinking = null;
    const move = () => pair.style.setProperty("--x", slide.value + "%");
    slide.addEventListener("input", move);
    move();
    all("[data-mode]", card).forEach((button) => button.addEventListener("click", function () {
      const mode = button.dataset.mode;
      clearInterval(blinking);
      after.classList.remove("off");
      ["slider", "side", "blink"].forEach((m) => pair.classList.toggle(m, m === mode));
      card.querySelector(".slide").hidden = mode !== "slider";
      if (map) map.hidden = mode !== "map";
      if (mode === "blink") blinking = setInterval(() => after.classList.toggle("off"), 700);
      all("[data-mode]", card).forEach((b) => b.setAttribute("aria-pressed", b === button));
    }));
  });

  all("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));

  // The quick look: both files in one body, their sizes in the address.
  all("[data-quick]").forEach(function (form) {
    form.addEventListener("submit", async function (e) {
      e.preventDefault();
      const said = form.querySelector("[data-said]");
      const button = form.querySelector("button");
      const before = Array.from(form.querySelector("[name=before]").files);
      const after = Array.from(form.querySelector("[name=after]").files);
      const sizes = (files) => files.map((f) => f.size).join(",");
      button.disabled = true;
      said.textContent = form.dataset.sending;
      const url = form.dataset.quick + "?before=" + sizes(before) + "&after=" + sizes(after);
      const answer = await send(url, new Blob(before.concat(after)));
      if (answer.ok) { location.href = answer.said.at; return; }
      said.textContent = answer.said.message || form.dataset.failed;
      button.disabled = false;
    });
  });
})();
