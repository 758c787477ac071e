using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.DataAccess.Sinks;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Queries;

/// <summary>
/// A JSON filter of MongoDB that is one field and its value: <c>"{ Name: '" + name + "' }"</c> becomes <c>Builders&lt;T&gt;.Filter.Eq("Name", name)</c>.
/// </summary>
internal static class MongoFilter
{
    private static readonly Regex s_field = new(
        "^\\s*\\{\\s*(?:(?<field>[A-Za-z_][A-Za-z_0-9]*)|(?<quote>['\"])(?<field>[A-Za-z_][A-Za-z_0-9.]*)\\k<quote>)\\s*:\\s*(?<value>['\"])" + SqlText.HoleMark + "\\k<value>\\s*\\}\\s*$",
        RegexOptions.CultureInvariant);

    /// <summary>The repair; null where the filter says anything else.</summary>
    public static Repair? Plan(RepairContext context, string key)
    {
        if (SqlTextSinks.TextAt(context) is not { } text || Written(text, context) is not { } written || DocumentOf(text, context) is not { } document ||
            SqlComposition.Read(written, context.Model, SqlDialect.Mysql, SqlVerb.Other, context.CancellationToken) is not { Text: { IsWrittenInPlace: true } composed } ||
            composed.Sql.Holes.Length != 1 || composed.Hole(0) is not { Format: null, Alignment: null, Type.SpecialType: SpecialType.System_String } hole || composed.Pieces.Any(static piece => piece is ConstantPiece) ||
            s_field.Match(composed.Sql.Text) is not { Success: true } match || text.HasCommentOrDirective() ||
            Nullness.MayBeNull(hole.Expression, context.Model, moves: false, context.CancellationToken) || !context.Pass.Claim(text))
        {
            return null;
        }

        var name = document.ToMinimalDisplayString(context.Model, text.SpanStart);
        var filter = SyntaxFactory.ParseExpression(
            $"MongoDB.Driver.Builders<{name}>.Filter.Eq({SyntaxFactory.Literal(match.Groups["field"].Value)}, {hole.Expression.WithoutTrivia()})")
            .WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation).WithTriviaFrom(text);
        return Repair.OfSyntax("Pass the value as a value", key, editor => editor.ReplaceNode(text, filter));
    }

    /// <summary>The text of the filter: itself, or what is parsed.</summary>
    private static ExpressionSyntax? Written(ExpressionSyntax text, RepairContext context) => text switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call when
            context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol { Name: "Parse", ContainingType.Name: "BsonDocument" } => call.ArgumentList.Arguments[0].Expression,
        InvocationExpressionSyntax { Expression: not MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax } } => null,
        _ => text,
    };

    /// <summary>The type of the documents that are filtered, where the text is the argument of a call; null where something else takes it.</summary>
    private static ITypeSymbol? DocumentOf(ExpressionSyntax text, RepairContext context) =>
        text.Parent is ArgumentSyntax && context.Model.GetTypeInfo(text, context.CancellationToken).ConvertedType is
            INamedTypeSymbol { Name: "FilterDefinition", Arity: 1, ContainingNamespace: { Name: "Driver", ContainingNamespace.Name: "MongoDB" } } type ? type.TypeArguments[0] : null;
}
