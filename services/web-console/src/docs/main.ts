import 'swagger-ui-dist/swagger-ui.css';
import './docs.css';
import SwaggerUIBundle from 'swagger-ui-dist/swagger-ui-es-bundle.js';

SwaggerUIBundle({
    url: '/openapi.json',
    dom_id: '#docs',
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    docExpansion: 'list',
    // Tokens stay in memory, and nobody else is asked.
    persistAuthorization: false,
    validatorUrl: null,
    syntaxHighlight: { activated: true },
});
