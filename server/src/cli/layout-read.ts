/** The number of blobs in a layout, and of those that no descriptor references. */
export interface LayoutRead {
  readonly blobs: number;
  readonly unreferenced: number;
}
