declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
    /** Shows an API document in an element. */
    export default function SwaggerUIBundle(options: Record<string, unknown>): void;
}
