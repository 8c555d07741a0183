import type { FileStatAnswer } from './files.ts';

/** The schemes of what is inside of files, to be read only: an archive of a layout, and a layer. */
export const archiveScheme = 'oci-archive';
export const layerScheme = 'oci-layer';

/** Requests from the client about what has one of these schemes. Where there is nothing, the answer is null. */
export const insideRequests = {
  /** {@link FileQuestion} → {@link FileStatAnswer} */
  stat: 'ociManifests/inside/stat',
  /** {@link FileQuestion} → names and types in the folder, {@link InsideEntry}s */
  list: 'ociManifests/inside/list',
  /** {@link FileQuestion} → {@link InsideFile}, whole */
  read: 'ociManifests/inside/read',
  /** {@link FileQuestion} about an archive → {@link OpenedArchive} */
  open: 'ociManifests/inside/open',
  /** {@link PathQuestion} → {@link FoundPaths} */
  findPath: 'ociManifests/inside/findPath',
  /** → the images of the workspace, {@link NewChoice}s */
  images: 'ociManifests/inside/images',
  /** {@link PathQuestion} about a layer → the URI of the file of a path in it */
  entry: 'ociManifests/inside/entry',
} as const;

/** A regular file in the list of a layer's entries ({@link formattedRequest}), and its path. */
export const listedFile = /^-[rwxsStT-]{9} +\S+ +[\d,]+ +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}(.+)$/;

export type InsideEntry = readonly [name: string, type: FileStatAnswer['type']];

/** Its bytes in base64, or why they cannot be read. */
export interface InsideFile {
  readonly base64?: string;
  readonly problem?: string;
}

/** The document that an archive begins with, or why it is not opened. */
export interface OpenedArchive {
  readonly uri?: string;
  readonly problem?: string;
}

export interface PathQuestion {
  /** URI of an image manifest, or of a layer. */
  readonly uri: string;
  /** A part of a path, or all of it. */
  readonly text: string;
}

export interface FoundPaths {
  /** `alpine:3.20 · 7 layers` */
  readonly title: string;
  readonly paths: readonly FoundPath[];
  readonly isCut: boolean;
  /** Why not everything was looked at. */
  readonly problem?: string;
}

/** A path of an image's file system. */
export interface FoundPath {
  readonly path: string;
  /** `layer 3 · 1.2 kB · hides layer 1` */
  readonly description: string;
  /** What created the layer, as the image's history says. */
  readonly detail?: string;
  /** A product icon of VS Code's. */
  readonly icon: string;
  /** What to open; absent where there is no file to open. */
  readonly uri?: string;
}
