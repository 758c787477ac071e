using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.DataAccess.Rewriting;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>
/// Text given to the raw methods of Entity Framework Core. Written in place it becomes an interpolated string for the method that
/// binds its holes; built elsewhere, or mixed with constants, it gets numbered placeholders and arguments.
/// </summary>
internal sealed class EntityFrameworkTextSink : SqlTextSink
{
    private const string Raw = "Raw";
    private readonly InvocationExpressionSyntax _invocation;
    private readonly IMethodSymbol _method;
    private readonly RepairContext _context;

    private EntityFrameworkTextSink(ExpressionSyntax text, InvocationExpressionSyntax invocation, IMethodSymbol method, RepairContext context)
        : base(text, new SqlProvider(SqlProvider.OfMapper(context.Model.Compilation), PlaceholderStyle.Numbered))
    {
        _invocation = invocation;
        _method = method;
        _context = context;
    }

    /// <summary>The sink of a call; null where the method is none of the raw ones.</summary>
    public static EntityFrameworkTextSink? OfCall(ExpressionSyntax text, InvocationExpressionSyntax invocation, IMethodSymbol method, RepairContext context) =>
        method.Name is "FromSqlRaw" or "ExecuteSqlRaw" or "ExecuteSqlRawAsync" or "SqlQueryRaw" ? new EntityFrameworkTextSink(text, invocation, method, context) : null;

    /// <inheritdoc/>
    public override SinkRepair? Plan(SqlComposition composition, ImmutableArray<BoundValue> values, RepairContext context)
    {
        var rest = _invocation.ArgumentList.Arguments.Where(argument => CallArguments.ParameterOf(argument, _method) is { Name: "parameters" }).ToList();
        if (rest.Any(argument => argument.NameColon is not null || context.Model.GetTypeInfo(argument.Expression, context.CancellationToken).ConvertedType is not { SpecialType: SpecialType.System_Object }))
            return null;
        // The raw text is a format already: a brace in it means something else than the same brace in an interpolated string.
        var hasBraces = composition.Text.Sql.Text.IndexOfAny(['{', '}']) >= 0;
        if (hasBraces && rest.Count == 0)
            return null;
        var isInterpolable = rest.Count == 0 && composition.Text.IsWrittenInPlace
            && composition.Text.Pieces.All(piece => piece is not ConstantPiece) && composition.Holes.All(hole => values.Any(value => value.Holes.Contains(hole)));
        return (isInterpolable ? Interpolated(composition, values) : null) ?? Numbered(composition, values, rest.Count);
    }

    private SinkRepair? Interpolated(SqlComposition composition, ImmutableArray<BoundValue> values)
    {
        var name = NameOf(_invocation.Expression);
        if (name is null || BindingMethod() is not { } method || InterpolationWriter.Write(composition, Text, values) is not { } text)
            return null;
        var placeholders = values.Select(value => (value, SqlTokenComparison.BoundHole)).ToList();
        var newName = name.WithIdentifier(SyntaxFactory.Identifier(method).WithTriviaFrom(name.Identifier));
        return new SinkRepair(TextRepair.Of(composition, Text, text, placeholders), editor => editor.ReplaceNode(name, newName));
    }

    /// <summary>The method of the referenced version that takes a formattable string and binds its holes.</summary>
    private string? BindingMethod()
    {
        var definition = _method.ReducedFrom ?? _method;
        var ordinal = definition.Parameters.First(parameter => parameter.Name == "sql").Ordinal;
        var plain = _method.Name.Replace(Raw, "");
        return new[] { plain, _method.Name.Replace(Raw, "Interpolated") }.FirstOrDefault(candidate =>
            definition.ContainingType.GetMembers(candidate).OfType<IMethodSymbol>().Any(method =>
                method.Parameters.Length > ordinal && method.Parameters[ordinal] is { Name: "sql", Type: { Name: "FormattableString", ContainingNamespace.Name: "System" } }));
    }

    private SinkRepair? Numbered(SqlComposition composition, ImmutableArray<BoundValue> values, int existing)
    {
        var plan = NumberedPlan.Create(values, static number => PlaceholderStyle.Numbered.Write(number.ToString(CultureInfo.InvariantCulture)), existing);
        var arguments = plan.Arguments.Select(ArgumentOf).ToList();
        if (TextRepair.Plan(composition, Text, plan.Placeholders) is not { } text)
            return null;
        var list = _invocation.ArgumentList;
        var cancellation = list.Arguments.FirstOrDefault(argument => CallArguments.ParameterOf(argument, _method) is { Name: "cancellationToken" });
        if (cancellation is null)
            return new SinkRepair(text, editor => editor.ReplaceNode(list, (node, _) => arguments.Aggregate((ArgumentListSyntax)node, (current, argument) => ArgumentListEdit.Add(current, Argument(argument)))));
        // The overload with a token takes the values as one sequence before it.
        if (existing > 0 || cancellation.NameColon is not null)
            return null;
        return new SinkRepair(text, editor => editor.ReplaceNode(list, (node, _) =>
        {
            var current = (ArgumentListSyntax)node;
            var values = Argument($"new object[] {{ {string.Join(", ", arguments)} }}");
            var nodes = current.Arguments.GetWithSeparators().Insert(2, values).Insert(3, SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
            return current.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(nodes));
        }));
    }

    private string ArgumentOf(BoundValue value)
    {
        if (!value.MayBeNull)
            return value.Value.ToString();
        var isAnnotated = (_context.Model.GetNullableContext(Text.SpanStart) & NullableContext.AnnotationsEnabled) != 0;
        return $"({(isAnnotated ? "object?" : "object")}){UnquotedValue.Receiver(value.Value)} ?? System.DBNull.Value";
    }

    private static ArgumentSyntax Argument(string text) =>
        SyntaxFactory.Argument(SyntaxFactory.ParseExpression(text)).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);

    private static SimpleNameSyntax? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax member => member.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
