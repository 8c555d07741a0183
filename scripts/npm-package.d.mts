export declare function packNpm(root: string, folder: string): string;
