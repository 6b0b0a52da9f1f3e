/** The mark of the house; its name stands beside it. */
export function Mark({ size = 32 }: { size?: number }) {
    return (
        <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
            <rect width="32" height="32" rx="9" fill="#0b7a6b" />
            <path
                d="M8 20.5c4.5 0 4.5-9 8-9s3.5 9 8 9"
                stroke="#fff"
                strokeWidth="2.6"
                strokeLinecap="round"
            />
            <circle cx="8" cy="20.5" r="2.6" fill="#fff" />
            <circle cx="16" cy="11.5" r="2.6" fill="#fff" />
            <circle cx="24" cy="20.5" r="2.6" fill="#fff" />
        </svg>
    );
}
