import type { FileStatResult } from './files.ts';

/** URI schemes of read-only file systems inside files: layout archives and layers. */
export const archiveScheme = 'oci-archive';
export const layerScheme = 'oci-layer';

/** Requests from the client for URIs of these schemes. The result is null for files that do not exist. */
export const insideRequests = {
  /** {@link FileParams} → {@link FileStatResult} */
  stat: 'ociManifests/inside/stat',
  /** {@link FileParams} → names and types of the folder's entries, {@link InsideEntry}s */
  list: 'ociManifests/inside/list',
  /** {@link FileParams} → {@link InsideFile}, complete */
  read: 'ociManifests/inside/read',
  /** {@link FileParams} about an archive → {@link OpenedArchive} */
  open: 'ociManifests/inside/open',
  /** {@link PathParams} → {@link FoundPaths} */
  findPath: 'ociManifests/inside/findPath',
  /** → the images in the workspace, {@link NewChoice}s */
  images: 'ociManifests/inside/images',
  /** {@link PathParams} about a layer → the URI of the file at that path in the layer */
  entry: 'ociManifests/inside/entry',
} as const;

/** Matches a regular file in the listing of a layer's entries ({@link formattedRequest}) and captures its path. */
export const listedFile = /^-[rwxsStT-]{9} +\S+ +[\d,]+ +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}(.+)$/;

export type InsideEntry = readonly [name: string, type: FileStatResult['type']];

/** The content in base64, or the reason why it cannot be read. */
export interface InsideFile {
  readonly base64?: string;
  readonly problem?: string;
}

/** The document to open first, or the reason why the archive cannot be opened. */
export interface OpenedArchive {
  readonly uri?: string;
  readonly problem?: string;
}

export interface PathParams {
  /** URI of an image manifest or a layer. */
  readonly uri: string;
  /** A path or part of one. */
  readonly text: string;
}

export interface FoundPaths {
  /** `alpine:3.20 · 7 layers` */
  readonly title: string;
  readonly paths: readonly FoundPath[];
  readonly isCut: boolean;
  /** Why the search was incomplete. */
  readonly problem?: string;
}

/** A path in an image's file system. */
export interface FoundPath {
  readonly path: string;
  /** `layer 3 · 1.2 kB · hides layer 1` */
  readonly description: string;
  /** The history entry that created the layer. */
  readonly detail?: string;
  /** Name of a VS Code product icon. */
  readonly icon: string;
  /** The file to open, if there is one. */
  readonly uri?: string;
}
