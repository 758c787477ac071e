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
    /// <param name="reading">How much of the code around the text is read.</param>
    /// <returns>Null where the text has too many pieces.</returns>
    public static SqlComposition? Read(
        ExpressionSyntax expression, SemanticModel model, SqlDialect dialect, SqlVerb fragmentOf, CancellationToken cancellation, TextReading reading = TextReading.Straight)
    {
        var expanded = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);
        var opened = ImmutableHashSet<SyntaxNode>.Empty;
        for (var round = 0; ; round++)
        {
            if (TextComposer.Compose(expression, model, expanded, opened, reading, cancellation) is not { } text)
                return null;
            var holes = SqlHoleReader.Read(text.Sql, dialect, fragmentOf);
            var open = holes.Where(hole => !hole.IsValue && hole.Position != SqlHolePosition.InList).Select(hole => (hole.Token, Piece: text.Hole(hole.Index))).ToList();
            var unknown = open.Where(hole => hole.Piece is not { Choices: { IsDefault: false, Length: > 1 } choices } || (reading == TextReading.Alternatives && choices.Any(TextBranches.MayHoldPlaceholder))).ToList();
            // A clause that is still a hole blurs the strings before it, so what stands inside quotes comes last.
            var next = LocalsOf(unknown.Where(static hole => hole.Token.Kind != SqlTokenKind.String));
            if (next.Count == 0)
                next = LocalsOf(unknown);
            var branching = reading == TextReading.Alternatives && next.Count == 0
                ? open.Select(static hole => hole.Piece.Expression).Where(choice => !opened.Contains(choice) && TextBranches.AreWrittenIn(choice, model, cancellation)).ToList()
                : [];
            if (next.Count + branching.Count == 0 || round == MaximalRounds)
                return new SqlComposition(text, holes, dialect);
            expanded = expanded.Union(next);
            opened = opened.Union(branching);

            List<ISymbol> LocalsOf(IEnumerable<(SqlToken Token, HolePiece Piece)> candidates) =>
                candidates.Select(hole => model.GetSymbolInfo(hole.Piece.Expression, cancellation).Symbol).OfType<ILocalSymbol>()
                    .Where(local => !expanded.Contains(local)).ToList<ISymbol>();
        }
    }

    /// <summary>Whether the text is one that tokens can be trusted on: all quotes closed, and what is added under conditions complete in itself.</summary>
    public bool IsSound
    {
        get
        {
            var tokens = SqlTokenizer.Tokenize(Text.Sql, Dialect);
            if (tokens.Any(token => !token.IsClosed))
                return false;
            return Text.ConditionalRanges.All(range =>
                !tokens.Any(token => IsCut(token, range.Start) || IsCut(token, range.End))
                && SqlTokens.Depth(tokens.Where(token => token.Start >= range.Start && token.End <= range.End).ToImmutableArray()) == 0);
        }
    }

    private static bool IsCut(SqlToken token, int offset) => token.Start < offset && offset < token.End;
}
