using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DataAccess.Judgement;

/// <summary>Reads a text to tell where its holes stand.</summary>
internal static class SqlTextReading
{
    /// <summary>The text with its holes; null where it has too many pieces.</summary>
    public static SqlComposition? Read(ExpressionSyntax expression, SemanticModel model, OperationContext context)
    {
        // What is added to a text mostly continues a query.
        var verb = context.Operation is ICompoundAssignmentOperation ? SqlVerb.Select : SqlVerb.Other;
        return SqlComposition.Read(expression, model, DialectOf(context, model), verb, context.CancellationToken, TextReading.Lenient);
    }

    /// <summary>How a text is read: by the library that gets it, else by the option.</summary>
    public static SqlDialect DialectOf(OperationContext context, SemanticModel model) =>
        DialectOf(context.Operation, model, context.Options.Get(ReviewOptions.Dialect, model.SyntaxTree));

    /// <summary>How a text is read that an operation takes: by the library that gets it, else by the option.</summary>
    public static SqlDialect DialectOf(IOperation sink, SemanticModel model, SqlDialect option)
    {
        var isMapped = sink is IInvocationOperation { TargetMethod.ContainingType.ContainingNamespace: { } holder } && holder.IsNamed("Microsoft", "EntityFrameworkCore");
        var dialect = isMapped ? SqlProvider.OfMapper(model.Compilation) : SqlProvider.Of(HolderOf(sink)).Dialect;
        return dialect == SqlDialect.Unknown ? option : dialect;
    }

    /// <summary>Whether a name or keyword stands at a hole, or a part of one.</summary>
    public static bool IsIdentifier(SqlHole hole, SqlComposition composition) =>
        hole.Position is SqlHolePosition.Identifier or SqlHolePosition.PartOfIdentifier or SqlHolePosition.QuotedIdentifier or SqlHolePosition.Keyword
        || (hole.Token.Kind == SqlTokenKind.Hole && IsBracketed(composition.Text.Sql.Text, hole.Token));

    /// <summary>Brackets quote a name where the dialect is not known either: an index behind a name is no hole for text.</summary>
    private static bool IsBracketed(string text, SqlToken hole) =>
        hole.Start > 0 && text[hole.Start - 1] == '[' && hole.End < text.Length && text[hole.End] == ']';

    /// <summary>Whether the list of an IN stands at a hole, or an element of one, which may be several.</summary>
    public static bool IsList(SqlHole hole, SqlComposition composition) =>
        hole.Position == SqlHolePosition.InList
        || hole.Context == SqlValueContext.InElement
        || (hole.Position == SqlHolePosition.Fragment && FollowsIn(composition.Text.Sql.Text, hole.Token.Start));

    /// <summary>Whether the parentheses come with the list.</summary>
    private static bool FollowsIn(string text, int start)
    {
        var before = text.Substring(0, start).TrimEnd();
        return before.Length < start && before.EndsWith("IN", StringComparison.OrdinalIgnoreCase) && (before.Length == 2 || char.IsWhiteSpace(before[before.Length - 3]));
    }

    /// <summary>The type of the command or connection that gets the text.</summary>
    public static ITypeSymbol? HolderOf(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Instance?.Type,
        IObjectCreationOperation creation => creation.Type,
        IInvocationOperation invocation => invocation.Receiver()?.Unwrap().Type,
        _ => null,
    };
}
