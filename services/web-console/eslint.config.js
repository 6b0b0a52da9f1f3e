import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
    { ignores: ['target/**', 'node_modules/**', 'src/api/schema.d.ts'] },
    {
        files: ['src/**/*.{ts,tsx}'],
        extends: [...tseslint.configs.recommendedTypeChecked, hooks.configs.flat.recommended],
        languageOptions: { parserOptions: { projectService: true } },
        rules: {
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/no-misused-promises': [
                'error',
                { checksVoidReturn: { attributes: false } },
            ],
            'no-console': 'error',
            'no-restricted-syntax': [
                'error',
                {
                    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
                    message: 'Markup from strings is a way in for strangers.',
                },
                {
                    selector: "JSXOpeningElement[name.name='style']",
                    message: 'The content policy refuses style elements: write a CSS module.',
                },
            ],
            'no-restricted-globals': [
                'error',
                { name: 'localStorage', message: 'Only shell/scheme.ts keeps anything.' },
                { name: 'sessionStorage', message: 'Nothing is kept in storage.' },
            ],
        },
    },
);
