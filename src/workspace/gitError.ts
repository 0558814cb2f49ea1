// Why git gave no answer. Apart from what asks git, so that whoever only tells people of it starts no processes.

/** Git is not there, the folder is in no repository, or the ref is not known: one sentence. */
export class GitError extends Error {}
