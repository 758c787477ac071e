using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ExceptionHandling.Mentions;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;

namespace SecurityReview.Analyzers.ExceptionHandling.Responses;

/// <summary>The values that an operation sends to a client and that may have to do with an exception.</summary>
internal static class SentValues
{
    /// <summary>Most of what is sent has nothing to do with an exception: it is not even asked whether it is sent.</summary>
    public static IEnumerable<IOperation> Of(OperationContext context, ResponseSinks sinks, DetailGate gate)
    {
        var cancellation = context.CancellationToken;
        if (!gate.IsOpen(cancellation) || BodyDeclarations.Around(context.Operation.Syntax) is not { } body)
            return [];
        var mayHave = gate.MayHave(body, cancellation);
        if (!mayHave && body is not BaseMethodDeclarationSyntax { ParameterList.Parameters.Count: > 0 })
            return [];
        var sent = sinks.ValuesOf(context.Operation, context.ContainingSymbol);
        if (!mayHave)
            sent = sent.Where(_ => sinks.IsInHelper(context.Operation, context.ContainingSymbol) && gate.MayBeGiven(body, cancellation));
        else if (ResponseSinks.MayHandOn(context.Operation))
            sent = sent.Concat(sinks.HandedOn(context.Operation, cancellation));
        return sent.Select(static value => value.Unwrap());
    }
}
