import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ViewNode } from '../../../server/src/protocol.ts';
import { deletedFragment } from '../inside/entry-decorations.ts';

/** The scheme of the resource URIs that give tree nodes their decorations. */
export const lineScheme = 'oci-view';

/** These colors also exist in high contrast themes, unlike those of lists. */
const iconColors: Readonly<Record<ViewNode['state'], string | undefined>> = {
  right: undefined,
  wrong: 'problemsErrorIcon.foreground',
  missing: 'problemsWarningIcon.foreground',
  unknown: undefined,
};

/** A tree item for a node. Clicking it opens its document. */
export function treeItemOf(node: ViewNode): TreeItem {
  const { id, label, description, tooltip, icon, state, uri, resource } = node;
  const item = new TreeItem(label, foldingOf(node));
  const color = iconColors[state];
  item.id = id;
  item.description = description;
  item.tooltip = new MarkdownString(tooltip);
  item.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
  item.contextValue = contextOf(node);
  // For screen readers: what it is, its description, and its state.
  const isSaid = description.includes(stateWords[state]);
  item.accessibilityInformation = {
    label: [label, description.replaceAll(' · ', ', '), isSaid ? '' : stateWords[state]].filter(Boolean).join(', '),
  };
  if (state !== 'unknown') item.resourceUri = Uri.from({ scheme: lineScheme, path: `/${state}`, query: id });
  if (resource !== undefined) {
    const named = Uri.parse(resource.uri);
    // Deleted entries are shown as such, with the icon of their former type.
    item.resourceUri = resource.isDeleted ? named.with({ fragment: deletedFragment }) : named;
    if (!resource.isDeleted && !resource.isFolder) item.iconPath = ThemeIcon.File;
  }
  if (uri !== undefined && state !== 'missing')
    item.command = { title: l10n.t('Open'), command: 'ociManifests.view.preview', arguments: [node] };
  return item;
}

function foldingOf({ hasChildren, isExpanded = false }: ViewNode): TreeItemCollapsibleState {
  if (!hasChildren) return TreeItemCollapsibleState.None;
  return isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

const stateWords: Readonly<Record<ViewNode['state'], string>> = {
  right: 'verified',
  wrong: 'differs',
  missing: 'missing',
  unknown: '',
};

/** Used in `when` clauses of menus. */
function contextOf({ abilities = [], resource, image }: ViewNode): string {
  const parts = [...abilities, ...(resource === undefined ? [] : ['entry']), ...(image === undefined ? [] : ['image'])];
  return parts.join(' ');
}
