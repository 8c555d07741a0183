import { toSvg } from './features/picture/svg.ts';

// Graph layout is only needed by the graph page, so it is a separate script that the page loads on demand.
Object.assign(globalThis, { drawGraph: toSvg });
