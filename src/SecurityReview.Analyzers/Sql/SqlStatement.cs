using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>One statement of a text.</summary>
/// <param name="Verb">What it does; behind <c>WITH …</c> what the main part does.</param>
/// <param name="Tokens">Its tokens without comments and without the semicolon.</param>
/// <param name="VerbIndex">Where among the tokens the verb stands.</param>
internal sealed record SqlStatement(SqlVerb Verb, ImmutableArray<SqlToken> Tokens, int VerbIndex)
{
    /// <summary>Whether every string, quoted identifier and parenthesis is closed.</summary>
    public bool IsComplete => Tokens.All(token => token.IsClosed) && SqlTokens.Depth(Tokens) == 0;
}
