// Moved to core/contract; this path goes away.
export * from '../contract/report.ts'
