const limits = { seconds: 6, tries: 3 } as const;
export { limits };
