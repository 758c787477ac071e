using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.DataAccess.Sinks;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Queries;

/// <summary>A filter of Azure tables: <c>CreateQueryFilter</c> writes the holes of an interpolated string as values. Its strings are those of SQL, its operators are not.</summary>
internal static class TableFilter
{
    /// <summary>The repair; null where a hole is no value that is written the same.</summary>
    public static Repair? Plan(RepairContext context, string key)
    {
        if (SqlTextSinks.TextAt(context) is not { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument } text ||
            context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method || method.ContainingNamespace.ToDisplayString() != "Azure.Data.Tables" ||
            CallArguments.ParameterOf(argument, method) is not { Name: "filter", Type.SpecialType: SpecialType.System_String } ||
            SqlComposition.Read(text, context.Model, SqlDialect.Sqlite, SqlVerb.Select, context.CancellationToken) is not { IsSound: true, Text.IsWrittenInPlace: true } composition ||
            text.DescendantTrivia().Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ||
            Write(composition, context) is not { } filter || !context.Pass.Claim(text))
        {
            return null;
        }

        var created = SyntaxFactory.ParseExpression($"Azure.Data.Tables.TableClient.CreateQueryFilter({filter})")
            .WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation).WithTriviaFrom(text);
        return Repair.OfSyntax("Create the filter with its values", key, editor => editor.ReplaceNode(text, created));
    }

    /// <summary>The text as an interpolated string without quotes around its holes.</summary>
    private static string? Write(SqlComposition composition, RepairContext context)
    {
        if (composition.Text.Pieces.Any(static piece => piece is ConstantPiece))
            return null;
        var source = composition.Text.Sql.Text;
        var result = new StringBuilder("$\"");
        var from = 0;
        foreach (var hole in composition.Holes)
        {
            var piece = composition.Text.Hole(hole.Index);
            if (!IsValue(hole.Token, piece, source, context) || piece.Expression.ToString().IndexOfAny(['"', '\r', '\n']) >= 0)
                return null;
            result.Append(CSharpText.EscapeInterpolated(source.Substring(from, hole.Token.Start - from))).Append(CSharpText.Interpolation(piece.Expression));
            from = hole.Token.End;
        }

        return result.Append(CSharpText.EscapeInterpolated(source.Substring(from))).Append('"').ToString();
    }

    /// <summary>Whether a hole is all of a text between quotes, or a whole number: both are written the same.</summary>
    private static bool IsValue(SqlToken token, HolePiece piece, string source, RepairContext context)
    {
        if (piece is not { IsChoice: false, Format: null, Alignment: null })
            return false;
        if (token.Kind == SqlTokenKind.Hole)
            return piece.Type?.SpecialType == SpecialType.System_Int32;
        return token is { Kind: SqlTokenKind.String, Prefix: 1 } && token.End - token.Start == 3 && !BoundQuery.IsTyped(source, token.Start) &&
            piece.Type?.SpecialType == SpecialType.System_String && !Nullness.MayBeNull(piece.Expression, context.Model, moves: false, context.CancellationToken);
    }
}
