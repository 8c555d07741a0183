export { version } from '../../../package.json';

export const homepage = 'https://github.com/oci-manifests/oci-manifests';
