using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.DataAccess.Rewriting;
using SecurityReview.CodeFixes.DataAccess.Sinks;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Queries;

/// <summary>
/// Text of Cosmos DB: <c>WithParameter</c> on the query definition, which is made where a call takes text. Strings are written as in MySQL: in either quotes, with backslashes.
/// </summary>
internal sealed class CosmosTextSink : SqlTextSink
{
    private const string Definition = "Microsoft.Azure.Cosmos.QueryDefinition";
    private readonly ArgumentSyntax _argument;
    private readonly ExpressionSyntax? _creation;

    private CosmosTextSink(ExpressionSyntax text, ArgumentSyntax argument, ExpressionSyntax? creation)
        : base(text, new SqlProvider(SqlDialect.Mysql, PlaceholderStyle.At)) => (_argument, _creation) = (argument, creation);

    /// <summary>The sink of a call; null where no query definition can take its place.</summary>
    public static CosmosTextSink? Of(ExpressionSyntax text, ArgumentSyntax argument, ExpressionSyntax call, IMethodSymbol method) => call switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: null } creation when method.ContainingType.Name == "QueryDefinition" => new CosmosTextSink(text, argument, creation),
        InvocationExpressionSyntax when method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(static other => other.Parameters.FirstOrDefault()?.Name == "queryDefinition") =>
            new CosmosTextSink(text, argument, null),
        _ => null,
    };

    /// <inheritdoc/>
    public override SinkRepair? Plan(SqlComposition composition, ImmutableArray<BoundValue> values, RepairContext context)
    {
        if (!BoundQuery.MeansTheSame(composition, values, "'\""))
            return null;
        var taken = new HashSet<string>(PlaceholderPlan.NamesIn(composition), StringComparer.OrdinalIgnoreCase);
        var plan = PlaceholderPlan.Create(values, PlaceholderStyle.At, taken.Add);
        if (TextRepair.Plan(composition, Text, plan.Placeholders) is not { } text)
            return null;
        var calls = string.Concat(plan.Parameters.Select(static parameter => $".WithParameter(\"@{parameter.Name}\", {parameter.Value})"));
        return new SinkRepair(text, editor =>
        {
            if (_creation is not null)
            {
                editor.ReplaceNode(_creation, (node, _) => Chained(Named((BaseObjectCreationExpressionSyntax)node), calls));
                return;
            }

            editor.ReplaceNode(_argument, (node, _) =>
            {
                var argument = (ArgumentSyntax)node;
                var definition = SyntaxFactory.ObjectCreationExpression(TypeName())
                    .WithNewKeyword(SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                    .WithArgumentList(SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(argument.Expression.WithoutTrivia()))));
                var name = argument.NameColon?.WithName(SyntaxFactory.IdentifierName("queryDefinition"));
                return argument.WithNameColon(name).WithExpression(Chained(definition, calls).WithTriviaFrom(argument.Expression));
            });
        });
    }

    /// <summary><c>new(text)</c> has no type any more once something is called on it.</summary>
    private static ExpressionSyntax Named(BaseObjectCreationExpressionSyntax creation) => creation is ImplicitObjectCreationExpressionSyntax made
        ? SyntaxFactory.ObjectCreationExpression(made.NewKeyword.WithTrailingTrivia(SyntaxFactory.Space), TypeName(), made.ArgumentList, null)
        : creation;

    private static NameSyntax TypeName() => SyntaxFactory.ParseName(Definition).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);

    /// <summary>The calls put around the definition, whose nodes and annotations stay.</summary>
    private static ExpressionSyntax Chained(ExpressionSyntax definition, string calls)
    {
        var chain = SyntaxFactory.ParseExpression("x" + calls);
        var start = chain.DescendantNodes().OfType<IdentifierNameSyntax>().First(static name => name.Identifier.SpanStart == 0);
        return chain.ReplaceNode(start, definition.WithoutTrivia()).WithTriviaFrom(definition);
    }
}
