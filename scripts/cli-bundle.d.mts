import type { Plugin } from 'esbuild';

export declare const leavingOut: Plugin;
