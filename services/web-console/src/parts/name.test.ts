import { describe, expect, it } from 'vitest';
import { nameTrouble } from './name';

describe('a name', () => {
    it('counts characters as people do and refuses what cannot be shown', () => {
        expect(nameTrouble('🚀'.repeat(64))).toBeNull();
        expect(nameTrouble('🚀'.repeat(65))).toEqual({ kind: 'long', length: 65 });
        expect(nameTrouble('  ')).toEqual({ kind: 'empty' });
        expect(nameTrouble('a\nb')).toEqual({ kind: 'control' });
        expect(nameTrouble('a\u202Eb')).toEqual({ kind: 'control' });
        expect(nameTrouble(' חשבון ראשי ')).toBeNull();
    });
});
