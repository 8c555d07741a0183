/** How many blobs a layout has, and how many of them no descriptor names. */
export interface LayoutRead {
  readonly blobs: number;
  readonly unreferenced: number;
}
