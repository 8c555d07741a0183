import { toSvg } from './features/picture/svg.ts';

// The page of the graph loads this, when there is one: what places nodes is nothing that others need.
Object.assign(globalThis, { drawGraph: toSvg });
