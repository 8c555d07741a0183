import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ViewNode } from '../../../server/src/protocol.ts';
import { deletedFragment } from '../inside/entry-decorations.ts';

/** The scheme of the names that lines of the tree go by where they get their badges. */
export const lineScheme = 'oci-view';

/** These are colors in high contrast, too, where those of lists are not. */
const iconColors: Readonly<Record<ViewNode['state'], string | undefined>> = {
  right: undefined,
  wrong: 'problemsErrorIcon.foreground',
  missing: 'problemsWarningIcon.foreground',
  unknown: undefined,
};

/** A node as the tree shows it; a click opens what it is. */
export function treeItemOf(node: ViewNode): TreeItem {
  const { id, label, description, tooltip, icon, state, uri, resource } = node;
  const item = new TreeItem(label, foldingOf(node));
  const color = iconColors[state];
  item.id = id;
  item.description = description;
  item.tooltip = new MarkdownString(tooltip);
  item.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
  item.contextValue = contextOf(node);
  // Read aloud: what it is, what is said of it, and whether that is right.
  const isSaid = description.includes(stateWords[state]);
  item.accessibilityInformation = {
    label: [label, description.replaceAll(' · ', ', '), isSaid ? '' : stateWords[state]].filter(Boolean).join(', '),
  };
  if (state !== 'unknown') item.resourceUri = Uri.from({ scheme: lineScheme, path: `/${state}`, query: id });
  if (resource !== undefined) {
    const named = Uri.parse(resource.uri);
    // Deleted things are shown as such, by what they were.
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

/** What menus go by. */
function contextOf({ abilities = [], resource, image }: ViewNode): string {
  const parts = [...abilities, ...(resource === undefined ? [] : ['entry']), ...(image === undefined ? [] : ['image'])];
  return parts.join(' ');
}
