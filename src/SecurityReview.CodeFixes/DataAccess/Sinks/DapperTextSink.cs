using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.DataAccess.Rewriting;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>Text given to Dapper: values go into the parameter object, which is made, extended, or filled before the call.</summary>
internal sealed class DapperTextSink : SqlTextSink
{
    private readonly ArgumentListSyntax _list;
    private readonly IMethodSymbol _method;
    private readonly string _parameterName;

    private DapperTextSink(ExpressionSyntax text, ArgumentListSyntax list, IMethodSymbol method, SqlProvider provider, string parameterName)
        : base(text, provider)
    {
        _list = list;
        _method = method;
        _parameterName = parameterName;
    }

    /// <inheritdoc/>
    public override ListForm ListForm => ListForm.Expanded;

    /// <param name="text">The text.</param>
    /// <param name="list">The arguments of the call.</param>
    /// <param name="method">The called method or constructor.</param>
    /// <param name="connection">The type of the connection, if it is known.</param>
    /// <param name="parameterName">The parameter that takes the parameter object.</param>
    /// <returns>Null where the method takes no parameter object.</returns>
    public static DapperTextSink? OfCall(ExpressionSyntax text, ArgumentListSyntax list, IMethodSymbol method, ITypeSymbol? connection, string parameterName) =>
        method.Parameters.Any(parameter => parameter.Name == parameterName)
            ? new DapperTextSink(text, list, method, SqlProvider.Of(connection), parameterName)
            : null;

    /// <inheritdoc/>
    public override SinkRepair? Plan(SqlComposition composition, ImmutableArray<BoundValue> values, RepairContext context)
    {
        var marks = PlaceholderPlan.MarksIn(composition);
        // Dapper knows ?name? and {=name} of its own; texts that use them are left alone.
        if (marks.IndexOfAny(['?', '{', '$']) >= 0 || composition.Text.Sql.Text.Contains("{="))
            return null;
        var isColon = marks == ":" || (marks.Length == 0 && Provider.Style == PlaceholderStyle.OrderedColon);
        var style = isColon ? PlaceholderStyle.Colon : PlaceholderStyle.At;
        var argument = CallArguments.ArgumentFor(_list, _method, _parameterName);
        var given = argument?.Expression;
        if (given is null or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression })
            return WithObject(composition, values, style, argument);
        if (given is AnonymousObjectCreationExpressionSyntax existing)
            return WithMembers(composition, values, style, existing);
        return given is IdentifierNameSyntax name && context.Model.GetTypeInfo(name, context.CancellationToken).Type is { Name: "DynamicParameters", ContainingNamespace.Name: "Dapper" }
            ? WithAdds(composition, values, style, name, context)
            : null;
    }

    private SinkRepair? WithObject(SqlComposition composition, ImmutableArray<BoundValue> values, PlaceholderStyle style, ArgumentSyntax? argument)
    {
        var taken = new HashSet<string>(PlaceholderPlan.NamesIn(composition), StringComparer.OrdinalIgnoreCase);
        var plan = PlaceholderPlan.Create(values, style, taken.Add);
        if (TextRepair.Plan(composition, Text, plan.Placeholders) is not { } text)
            return null;
        var created = SyntaxFactory.ParseExpression($"new {{ {string.Join(", ", plan.Parameters.Select(Member))} }}")
            .WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
        if (argument is not null)
            return new SinkRepair(text, editor => editor.ReplaceNode(argument.Expression, created.WithTriviaFrom(argument.Expression)));
        var isNamed = _list.Arguments.Any(other => other.NameColon is not null) || _list.Arguments.Count != _method.Parameters.First(parameter => parameter.Name == _parameterName).Ordinal;
        var added = SyntaxFactory.Argument(isNamed ? SyntaxFactory.NameColon(_parameterName).WithTrailingTrivia(SyntaxFactory.Space) : null, default, created);
        return new SinkRepair(text, editor => editor.ReplaceNode(_list, (node, _) => ArgumentListEdit.Add((ArgumentListSyntax)node, added)));
    }

    private SinkRepair? WithMembers(SqlComposition composition, ImmutableArray<BoundValue> values, PlaceholderStyle style, AnonymousObjectCreationExpressionSyntax existing)
    {
        var members = existing.Initializers.Select(member => (Name: NameOf(member), Value: member.Expression.WithoutTrivia().ToString())).Where(member => member.Name.Length > 0).ToList();
        var taken = new HashSet<string>(PlaceholderPlan.NamesIn(composition).Concat(members.Select(member => member.Name)), StringComparer.OrdinalIgnoreCase);
        var plan = PlaceholderPlan.Create(values, style, taken.Add, value => members.Where(member => member.Value == value).Select(member => member.Name).FirstOrDefault());
        if (TextRepair.Plan(composition, Text, plan.Placeholders) is not { } text)
            return null;
        return new SinkRepair(text, editor =>
        {
            if (plan.Parameters.Length > 0)
                editor.ReplaceNode(existing, (node, _) => ArgumentListEdit.Add((AnonymousObjectCreationExpressionSyntax)node, plan.Parameters.Select(MemberNode)));
        });
    }

    private SinkRepair? WithAdds(SqlComposition composition, ImmutableArray<BoundValue> values, PlaceholderStyle style, IdentifierNameSyntax parameters, RepairContext context)
    {
        // The values are read before the statement, so nothing in it may come first.
        if (StatementOf(Text) is not { } statement || !values.All(value => value.CanBeShared) || !StatementEdit.CanInsert(statement))
            return null;
        var symbol = context.Model.GetSymbolInfo(parameters, context.CancellationToken).Symbol;
        if (symbol is not (ILocalSymbol or IParameterSymbol) || symbol.DeclaringSyntaxReferences.Any(reference => statement.Span.Contains(reference.Span)))
            return null;
        var taken = new HashSet<string>(PlaceholderPlan.NamesIn(composition), StringComparer.OrdinalIgnoreCase);
        var names = new TakenNames(parameters, statement, context);
        var plan = PlaceholderPlan.Create(values, style, name => taken.Add(name) && names.Take(name));
        if (TextRepair.Plan(composition, Text, plan.Placeholders) is not { } text)
            return null;
        var adds = plan.Parameters.Select(parameter => SyntaxFactory.ParseStatement(
            $"{parameters.Identifier.Text}.Add({SyntaxFactory.Literal(parameter.Name)}, {parameter.Value});").WithTrailingTrivia(SyntaxFactory.LineFeed).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation, Simplifier.AddImportsAnnotation)).ToList();
        return new SinkRepair(text, editor => StatementEdit.InsertBefore(editor, statement, adds));
    }

    private static string Member(Parameter parameter)
    {
        var name = SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : "@" + parameter.Name;
        return parameter.Value is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == parameter.Name ? identifier.ToString() : $"{name} = {parameter.Value}";
    }

    private static AnonymousObjectMemberDeclaratorSyntax MemberNode(Parameter parameter) =>
        ((AnonymousObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new {{ {Member(parameter)} }}")).Initializers[0]
            .WithoutTrivia().WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);

    private static string NameOf(AnonymousObjectMemberDeclaratorSyntax member) => member switch
    {
        { NameEquals: { } name } => name.Name.Identifier.ValueText,
        { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
        { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
        { Expression: ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } } => binding.Name.Identifier.ValueText,
        _ => "",
    };
}
