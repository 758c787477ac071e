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
using SecurityReview.CodeFixes.DataAccess.Sinks;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Queries;

/// <summary>A predicate or selector of Dynamic LINQ: <c>@0</c> and an argument behind the text. Strings are written as in C#.</summary>
internal sealed class DynamicLinqSink : SqlTextSink
{
    private readonly ArgumentListSyntax _list;

    private DynamicLinqSink(ExpressionSyntax text, ArgumentListSyntax list)
        : base(text, new SqlProvider(SqlDialect.Mysql, PlaceholderStyle.At)) => _list = list;

    /// <inheritdoc/>
    public override SqlVerb FragmentOf => SqlVerb.Select;

    /// <summary>The sink of a call whose text is the last argument; null where values are passed already, or cannot be.</summary>
    public static DynamicLinqSink? Of(ExpressionSyntax text, InvocationExpressionSyntax call, IMethodSymbol method, IParameterSymbol parameter)
    {
        var isLast = method.Parameters.Length == parameter.Ordinal + 2 && method.Parameters[parameter.Ordinal + 1].IsParams && call.ArgumentList.Arguments.Last().Expression == text;
        return isLast && call.ArgumentList.Arguments.All(static argument => argument.NameColon is null) ? new DynamicLinqSink(text, call.ArgumentList) : null;
    }

    /// <inheritdoc/>
    public override SinkRepair? Plan(SqlComposition composition, ImmutableArray<BoundValue> values, RepairContext context)
    {
        if (PlaceholderPlan.MarksIn(composition).Length > 0 || !BoundQuery.MeansTheSame(composition, values, "\""))
            return null;
        var plan = NumberedPlan.Create(values, static number => "@" + number.ToString(CultureInfo.InvariantCulture));
        if (TextRepair.Plan(composition, Text, plan.Placeholders) is not { } text)
            return null;
        return new SinkRepair(text, editor => editor.ReplaceNode(_list, (node, _) =>
            plan.Arguments.Aggregate((ArgumentListSyntax)node, static (list, value) => ArgumentListEdit.Add(list, SyntaxFactory.Argument(value.Value).WithAdditionalAnnotations(Simplifier.Annotation)))));
    }
}
