import type { Layout } from '../../content/layout/layout.ts';
import { nameOf } from '../../content/uris.ts';
import type { ContentReading } from '../rule.ts';

/** Whether a document is where findings about the whole layout are reported: its marker, or else its index. */
export function speaksForLayout(reading: ContentReading): reading is ContentReading & { readonly layout: Layout } {
  const { document, layout, isLayoutChecked } = reading;
  if (!isLayoutChecked || layout === undefined) return false;
  return nameOf(document.uri) === (layout.hasMarker === false ? 'index.json' : 'oci-layout');
}
