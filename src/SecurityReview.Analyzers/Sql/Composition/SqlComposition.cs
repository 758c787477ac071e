using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>The SQL that a C# expression composes, with the position of every hole.</summary>
/// <param name="Text">The pieces.</param>
/// <param name="Holes">The holes in order; the index of each is that of its piece in <see cref="ComposedText.Hole"/>.</param>
/// <param name="Dialect">How the text was read.</param>
internal sealed record SqlComposition(ComposedText Text, ImmutableArray<SqlHole> Holes, SqlDialect Dialect)
{
    private const int MaximalRounds = 8;

    /// <summary>
    /// Reads an expression. A local whose text is a clause or more is looked into; one that is a value stays a hole, for the
    /// parameter takes the value as it is.
    /// </summary>
    /// <param name="expression">The text as it is used.</param>
    /// <param name="model">The model of its tree.</param>
    /// <param name="dialect">How the text is read.</param>
    /// <param name="fragmentOf">For text that continues a statement, what that statement does.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="isLenient">Whether to read what loops and uncertain steps add too: for a judgement, never for a repair.</param>
    /// <returns>Null where the text has too many pieces.</returns>
    public static SqlComposition? Read(
        ExpressionSyntax expression, SemanticModel model, SqlDialect dialect, SqlVerb fragmentOf, CancellationToken cancellation, bool isLenient = false)
    {
        var expanded = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);
        for (var round = 0; ; round++)
        {
            if (TextComposer.Compose(expression, model, expanded, isLenient, cancellation) is not { } text)
                return null;
            var holes = SqlHoleReader.Read(text.Sql, dialect, fragmentOf);
            var unknown = holes.Where(hole => !hole.IsValue && hole.Position != SqlHolePosition.InList && text.Hole(hole.Index) is not { Choices: { IsDefault: false, Length: > 1 } }).ToList();
            // A clause that is still a hole blurs the strings before it, so what stands inside quotes comes last.
            var next = LocalsOf(unknown.Where(hole => hole.Token.Kind != SqlTokenKind.String));
            if (next.Count == 0)
                next = LocalsOf(unknown);
            if (next.Count == 0 || round == MaximalRounds)
                return new SqlComposition(text, holes, dialect);
            expanded = expanded.Union(next);

            List<ISymbol> LocalsOf(IEnumerable<SqlHole> candidates) =>
                candidates.Select(hole => model.GetSymbolInfo(text.Hole(hole.Index).Expression, cancellation).Symbol).OfType<ILocalSymbol>()
                    .Where(local => !expanded.Contains(local)).ToList<ISymbol>();
        }
    }

    /// <summary>Whether the text is one that tokens can be trusted on: all quotes closed, and steps under conditions complete in themselves.</summary>
    public bool IsSound
    {
        get
        {
            var tokens = SqlTokenizer.Tokenize(Text.Sql, Dialect);
            if (tokens.Any(token => !token.IsClosed))
                return false;
            return Text.Steps.Where(step => step.IsConditional).Select(Text.RangeOf).All(range =>
                !tokens.Any(token => IsCut(token, range.Start) || IsCut(token, range.End))
                && SqlTokens.Depth(tokens.Where(token => token.Start >= range.Start && token.End <= range.End).ToImmutableArray()) == 0);
        }
    }

    private static bool IsCut(SqlToken token, int offset) => token.Start < offset && offset < token.End;
}
