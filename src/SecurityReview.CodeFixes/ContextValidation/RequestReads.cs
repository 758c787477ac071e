using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.EscapedIdentity;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Finds the plain values that a function reads of the request around it.</summary>
internal static class RequestReads
{
    private static readonly HashSet<string> s_lookUps = new(StringComparer.Ordinal) { "FindFirst", "FindFirstValue", "IsInRole", "HasClaim", "ToString", "GetUserId", "GetValueOrDefault" };

    /// <summary>The reads; empty where one of them does not end in a plain value, or is more than a read.</summary>
    public static ImmutableArray<RequestRead> In(AnonymousFunctionExpressionSyntax work, RepairContext context)
    {
        if (context.Model.GetOperation(work, context.CancellationToken) is not IAnonymousFunctionOperation function)
            return ImmutableArray<RequestRead>.Empty;
        var reads = ImmutableArray.CreateBuilder<RequestRead>();
        foreach (var read in CapturedRequest.ReadsIn(function))
        {
            if (read.Syntax is not ExpressionSyntax start || reads.Any(known => known.Value.Span.Contains(start.Span)))
                continue;
            if (WholeOf(start, context) is not { } whole)
                return ImmutableArray<RequestRead>.Empty;
            reads.Add(new RequestRead(whole, NameOf(whole)));
        }

        return reads.ToImmutable();
    }

    /// <summary>The members and look-ups behind an expression, up to the first plain value; null where they end in something else.</summary>
    private static ExpressionSyntax? WholeOf(ExpressionSyntax start, RepairContext context)
    {
        for (var current = start; ;)
        {
            if (IsPlain(context.Model.GetTypeInfo(current, context.CancellationToken).Type) && current.Parent is not (PostfixUnaryExpressionSyntax or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax }))
                return current.Parent is AssignmentExpressionSyntax assignment && assignment.Left == current ? null : current;
            switch (current.Parent)
            {
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == current:
                    if (!s_lookUps.Contains(access.Name.Identifier.ValueText) || !call.ArgumentList.Arguments.All(argument => context.Model.GetConstantValue(argument.Expression, context.CancellationToken).HasValue))
                        return null;
                    current = call;
                    break;
                case MemberAccessExpressionSyntax access when access.Expression == current:
                    current = access;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    current = suppressed;
                    break;
                case ConditionalAccessExpressionSyntax conditional when conditional.Expression == current:
                    current = conditional;
                    break;
                default:
                    return null;
            }
        }
    }

    private static bool IsPlain(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_Int64 } or { Name: "PathString" or "QueryString" or "HostString" or "Guid" };

    private static string NameOf(ExpressionSyntax value)
    {
        var text = value.ToString();
        if (text.Contains("Identity") && text.EndsWith("Name", StringComparison.Ordinal))
            return "userName";
        if (text.Contains("FindFirst") || text.Contains("GetUserId"))
            return text.Contains("NameIdentifier") || text.Contains("\"sub\"") || text.Contains("GetUserId") ? "userId" : "claim";
        var last = value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last().Identifier.ValueText;
        return char.ToLowerInvariant(last[0]) + last.Substring(1);
    }
}
