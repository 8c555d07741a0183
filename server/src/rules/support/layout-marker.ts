import { nameOf } from '../../content/uris.ts';
import type { ContentReading } from '../rule.ts';

/** Whether a document is the marker of a layout that is being looked at as a whole: rules about the layout speak there. */
export function isLayoutMarker({ document, layout, isLayoutChecked }: ContentReading): boolean {
  return isLayoutChecked && layout !== undefined && nameOf(document.uri) === 'oci-layout';
}
