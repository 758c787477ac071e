using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ExceptionHandling.Production;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ExceptionHandling;

/// <summary>Where nothing handles exceptions in one place, each endpoint does it in its own way, or not at all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingErrorHandlerAnalyzer : ReviewAnalyzer
{
    private static readonly string[] s_calls = ["Run", "RunAsync", "Start", "StartAsync"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ErrorHandlerMissing);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        if (types["Microsoft.AspNetCore.Builder.IApplicationBuilder"] is null || context.Compilation.GetEntryPoint(context.CancellationToken) is null)
            return;
        context.RegisterGatedOperationAction(BodyWords.OfCalls(s_calls), operation => Analyze(operation, types), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, KnownTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!s_calls.Contains(call.TargetMethod.Name) || !RunsServer(call, types))
            return;
        if (!MappedEndpoints.ExistIn(types.Compilation) || ErrorHandlers.ExistIn(types, context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.ErrorHandlerMissing, call.Syntax.GetLocation(), call.Receiver()?.Syntax is { Span.Length: <= 30 } server ? server.ToString() : "The application"));
    }

    /// <summary>A web application, or the host of one; not the end of a pipeline, <c>app.Run(context => …)</c>.</summary>
    private static bool RunsServer(IInvocationOperation call, KnownTypes types)
    {
        if (call.TargetMethod.ContainingType is not { Name: "WebApplication" or "HostingAbstractionsHostExtensions" or "IHost" or "WebHostExtensions" or "IWebHost" } || call.Receiver()?.Unwrap().Type is not { } server)
            return false;
        if (server.IsOrInherits(types["Microsoft.AspNetCore.Builder.WebApplication"]) || server.IsOrInherits(types["Microsoft.AspNetCore.Hosting.IWebHost"]))
            return true;
        return server.IsOrInherits(types["Microsoft.Extensions.Hosting.IHost"]) && NamedCalls.In(types.Compilation, ["ConfigureWebHostDefaults", "ConfigureWebHost"]).Any();
    }
}
