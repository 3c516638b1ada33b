export { type OpenDatabase, type OpenDatabaseOptions, openDatabase } from './connection.ts'
export { DatabaseProblem, type DatabaseProblemCode, databaseWordsFolder } from './database-problem.ts'
export { migrate, type MigrationSet, ranMigrations } from './migrate.ts'
export { type TransactionOptions, withinTransaction } from './transaction.ts'
