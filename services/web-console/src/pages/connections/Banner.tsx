/** Stands above every page while a connection is failing; nothing otherwise. */
export default function Banner() {
    return null;
}
