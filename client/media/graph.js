// Runs in the picture's tab: draws what it is told, zooms, pans, searches, and tells which node was chosen. Nothing else reaches it.
(() => {
  const api = acquireVsCodeApi();
  const { nonce } = document.currentScript;
  const stage = document.getElementById('stage');
  const search = document.getElementById('search');
  const count = document.getElementById('count');
  const smallest = 0.05;
  const largest = 4;
  /** Below this, even the shape of the whole is lost. */
  const legible = 0.15;
  const firstLook = 0.6;
  const kept = api.getState() ?? {};
  /** What is drawn: as a file would have it, and in the page. */
  let text = '';
  let svg;
  let nodes = [];
  /** What references call a node, by its id: tags. */
  let tags = new Map();
  let size = { width: 0, height: 0 };
  let scale = 0;
  /** Whether all is to be in sight: until somebody zooms. */
  let isFitted = false;

  function draw(drawing, marked) {
    const before = { scale, left: stage.scrollLeft, top: stage.scrollTop };
    const focused = document.activeElement?.dataset?.node;
    text = globalThis.drawGraph(drawing);
    // The page's policy wants to know the style before it is parsed.
    const known = text.replace('<style>', `<style nonce="${nonce}">`);
    svg = document.importNode(new DOMParser().parseFromString(known, 'image/svg+xml').documentElement, true);
    nodes = [...svg.querySelectorAll('g[data-node]')];
    tags = new Map();
    for (const { to, label, isBackward } of drawing.edges)
      if (label !== '' && !isBackward) tags.set(to, [...(tags.get(to) ?? []), label]);
    nodes.forEach(prepare);
    stage.replaceChildren(svg);
    size = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
    mark(marked);
    find();
    // The first time as it was when the tab was last in sight; after a change as it is.
    const place = before.scale > 0 ? before : kept;
    if (place.scale > 0 && !isFitted && !place.isFitted) {
      scale = place.scale;
      resize();
      stage.scrollTo(place.left, place.top);
    } else {
      fit();
      if (place.scale === undefined && scale < legible) lookAt(nodes.find(isMarked) ?? nodes[0]);
    }
    if (focused !== undefined) nodes.find((node) => node.dataset.node === focused)?.focus({ preventScroll: true });
  }

  function prepare(node) {
    node.setAttribute('tabindex', '0');
    node.setAttribute('role', 'button');
    const lines = [...node.querySelectorAll('text')].map((line) => line.textContent);
    node.setAttribute('aria-label', [...(tags.get(node.dataset.node) ?? []), ...lines].join(', '));
    node.addEventListener('click', () => choose(node));
    node.addEventListener('keydown', (event) => event.key === 'Enter' && choose(node));
    node.addEventListener('focus', () => isInSight(node) || bring(node));
  }

  function mark(id) {
    for (const node of nodes) {
      const isActive = node.dataset.node === id;
      node.classList.toggle('marked', isActive);
      if (isActive) node.setAttribute('aria-current', 'true');
      else node.removeAttribute('aria-current');
    }
  }

  function resize() {
    svg.setAttribute('width', size.width * scale);
    svg.setAttribute('height', size.height * scale);
  }

  function zoomTo(wanted, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
    const next = Math.min(largest, Math.max(smallest, wanted));
    const [left, top] = [(stage.scrollLeft + x) / scale, (stage.scrollTop + y) / scale];
    scale = next;
    isFitted = false;
    resize();
    stage.scrollLeft = left * scale - x;
    stage.scrollTop = top * scale - y;
    keep();
  }

  function fit() {
    // Without scroll bars, which would take some of the room.
    scale = 0;
    resize();
    const wanted = Math.min(1, (stage.clientWidth - 1) / size.width, (stage.clientHeight - 1) / size.height);
    scale = 1;
    zoomTo(wanted);
    isFitted = true;
    keep();
  }

  function lookAt(node) {
    zoomTo(firstLook);
    if (node !== undefined) bring(node);
    keep();
  }

  /** To the middle. Unlike scrollIntoView, this never scrolls the page with its tool bar. */
  function bring(node) {
    const [box, room] = [node.getBoundingClientRect(), stage.getBoundingClientRect()];
    stage.scrollBy(box.x + box.width / 2 - room.x - room.width / 2, box.y + box.height / 2 - room.y - room.height / 2);
  }

  function isInSight(node) {
    const [box, room] = [node.getBoundingClientRect(), stage.getBoundingClientRect()];
    return box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
  }

  const isMarked = (node) => node.classList.contains('marked');

  function keep() {
    if (scale > 0) api.setState({ scale, left: stage.scrollLeft, top: stage.scrollTop, isFitted });
  }

  function choose(node) {
    api.postMessage({ type: 'open', node: node.dataset.node });
  }

  function find() {
    const wanted = search.value.trim().toLowerCase();
    const found = nodes.filter((node) => wanted !== '' && textOf(node).toLowerCase().includes(wanted));
    for (const node of nodes) node.classList.toggle('found', found.includes(node));
    svg?.classList.toggle('searched', wanted !== '');
    count.textContent = wanted === '' ? '' : `${found.length} found`;
    return found;
  }

  const textOf = (node) => `${node.textContent} ${node.getAttribute('aria-label')}`;

  search.addEventListener('input', find);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') find()[0]?.focus();
    if (event.key === 'Escape') search.value = '';
    if (event.key === 'Escape') find();
  });
  stage.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = stage.getBoundingClientRect();
      zoomTo(scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1), event.clientX - left, event.clientY - top);
    },
    { passive: false },
  );
  stage.addEventListener('scroll', keep);
  new ResizeObserver(() => svg !== undefined && isFitted && fit()).observe(stage);
  let drag;
  stage.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && event.target.closest('g[data-node]') === null)
      drag = { x: event.clientX + stage.scrollLeft, y: event.clientY + stage.scrollTop };
  });
  window.addEventListener('pointerup', () => {
    drag = undefined;
  });
  window.addEventListener('pointermove', (event) => {
    if (drag === undefined) return;
    stage.scrollLeft = drag.x - event.clientX;
    stage.scrollTop = drag.y - event.clientY;
  });
  const keys = { '+': () => zoomTo(scale * 1.2), '-': () => zoomTo(scale / 1.2), 0: () => zoomTo(1), f: fit };
  window.addEventListener('keydown', (event) => {
    if (event.target === search || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/') {
      event.preventDefault();
      search.focus();
    } else if (svg !== undefined) keys[event.key]?.();
  });
  for (const [id, work] of [
    ['in', keys['+']],
    ['out', keys['-']],
    ['fit', fit],
    ['svg', () => api.postMessage({ type: 'save', svg: text })],
    ['png', savePng],
  ])
    document.getElementById(id).addEventListener('click', () => svg !== undefined && work());

  /** As it is shown, twice as large, so that it reads well elsewhere. */
  function savePng() {
    const copy = svg.cloneNode(true);
    const shown = getComputedStyle(svg);
    for (const name of JSON.parse(document.body.dataset.colors))
      copy.style.setProperty(name, shown.getPropertyValue(name));
    copy.setAttribute('width', size.width);
    copy.setAttribute('height', size.height);
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      const times = Math.min(2, 8000 / Math.max(size.width, size.height));
      Object.assign(canvas, { width: size.width * times, height: size.height * times });
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      api.postMessage({ type: 'save', base64: canvas.toDataURL('image/png').split(',')[1] });
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  }

  window.addEventListener('message', ({ data }) => {
    if (data.type === 'draw') draw(data.drawing, data.marked);
    else if (data.type === 'mark') mark(data.node);
  });
  api.postMessage({ type: 'ready' });
})();
