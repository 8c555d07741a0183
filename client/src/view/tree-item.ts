import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ViewNode } from '../../../server/src/protocol.ts';
import { deletedFragment } from '../inside/entry-decorations.ts';

const colors: Readonly<Record<ViewNode['state'], string | undefined>> = {
  right: undefined,
  wrong: 'list.errorForeground',
  missing: 'list.warningForeground',
  unknown: undefined,
};

/** A node as the tree shows it; a click opens what it is. */
export function treeItemOf(node: ViewNode): TreeItem {
  const { id, label, description, tooltip, icon, state, uri, resource, hasChildren } = node;
  const item = new TreeItem(label, hasChildren ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  const color = colors[state];
  item.id = id;
  item.description = description;
  item.tooltip = new MarkdownString(tooltip);
  item.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
  if (resource !== undefined) {
    const uri = Uri.parse(resource.uri);
    // Deleted things are shown as such, by what they were.
    item.resourceUri = resource.isDeleted ? uri.with({ fragment: deletedFragment }) : uri;
    if (!resource.isDeleted && !resource.isFolder) item.iconPath = ThemeIcon.File;
  }
  item.contextValue = contextOf(node);
  item.accessibilityInformation = { label: [label, description, stateWords[state]].filter(Boolean).join(', ') };
  if (uri !== undefined && state !== 'missing')
    item.command = { title: 'Open', command: 'ociManifests.view.open', arguments: [node] };
  return item;
}

const stateWords: Readonly<Record<ViewNode['state'], string>> = {
  right: 'verified',
  wrong: 'differs',
  missing: 'missing',
  unknown: '',
};

/** What menus go by. */
function contextOf({ uri, digest, state, reference, resource, image }: ViewNode): string {
  const parts = [
    ...(uri !== undefined && state !== 'missing' && resource === undefined ? ['file'] : []),
    ...(resource === undefined ? [] : ['entry']),
    ...(image === undefined ? [] : ['image']),
    ...(digest === undefined ? [] : ['digest']),
    ...(reference === undefined ? [] : ['reference']),
  ];
  return parts.join(' ');
}
