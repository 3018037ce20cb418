/** Said to a reading thread that has no job: it closes its base and ends. In a file of its own, as reader.ts runs when it is imported. */
export const endReading = 'end'
