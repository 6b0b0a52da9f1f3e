import { expect, it } from 'vitest';
import { format } from './format';

it('never rounds an exact decimal', () => {
    expect(format.decimal('1234567.000000000000000001')).toBe('1,234,567.000000000000000001');
    expect(format.decimal('-0.5')).toBe('-0.5');
    expect(format.decimal('1e9')).toBe('1e9');
});

it('tells an age as people do', () => {
    expect(format.ago(-5_000)).toBe('just now');
    expect(format.ago(23_000)).toBe('23 s ago');
    expect(format.ago(120_000)).toBe('2 min ago');
    expect(format.ago(5 * 3_600_000)).toBe('5 h ago');
    expect(format.ago(72 * 3_600_000)).toBe('3 days ago');
});

it('makes a sentence of what the house objects to', () => {
    expect(format.objection('Name', 'is required')).toBe('Name is required.');
    expect(format.objection('Name', 'Choose another.')).toBe('Choose another.');
});
