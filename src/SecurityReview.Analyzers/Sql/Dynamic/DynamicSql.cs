using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>A place where a text lets the database run SQL that it puts together itself.</summary>
/// <param name="Tokens">The tokens around it, without comments.</param>
/// <param name="Form">How it is run.</param>
/// <param name="At">The index of the word that runs it.</param>
/// <param name="Statement">What is run.</param>
/// <param name="Part">The part that is not the text's own.</param>
/// <param name="Variables">The variables of the text around it.</param>
/// <param name="IsNested">Whether it stands in SQL that is itself run as text, where the tokens have no place of their own.</param>
internal sealed record DynamicSql(ImmutableArray<SqlToken> Tokens, DynamicSqlForm Form, int At, SqlExpression Statement, SqlToken Part, SqlVariables Variables, bool IsNested);
