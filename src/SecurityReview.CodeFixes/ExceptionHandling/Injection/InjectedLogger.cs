using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling.Injection;

/// <summary>A logger that a class or a route handler does not have yet and can be given.</summary>
internal sealed class InjectedLogger
{
    private readonly Action<SyntaxEditor>? _inject;

    private InjectedLogger(string name, Action<SyntaxEditor>? inject)
    {
        Logger = LoggerInScope.Injected(name);
        _inject = inject;
    }

    /// <summary>The logger as code at the place can use it.</summary>
    public LoggerInScope Logger { get; }

    /// <summary>The logger for code at a place; null where nothing is certain to hand one in.</summary>
    public static InjectedLogger? At(SyntaxNode place, RepairContext context)
    {
        if (context.Model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.ILogger`1") is null || EnclosingFunction.Of(place, context.Model, context.CancellationToken) is not { } function)
            return null;
        if (HandlerAround(function, context) is { } handler)
            return LoggerParameter.For(handler, context) is var (name, edit) ? new InjectedLogger(name, OncePerRun(handler.Node, edit, context)) : null;
        if (!function.SeesInstance || place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ClassDeclarationSyntax type || LoggerMember.For(type, context) is not var (member, inject))
            return null;
        return new InjectedLogger(member, OncePerRun(type, inject, context));
    }

    /// <summary>Hands the logger in, unless an earlier repair of the run does.</summary>
    public void Inject(SyntaxEditor editor) => _inject?.Invoke(editor);

    /// <summary>The type of the logger of a class, as syntax that brings its import along.</summary>
    public static TypeSyntax TypeFor(string category) =>
        SyntaxFactory.ParseTypeName($"global::Microsoft.Extensions.Logging.ILogger<{category}>").WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);

    private static Action<SyntaxEditor>? OncePerRun(SyntaxNode holder, Action<SyntaxEditor> inject, RepairContext context) => context.Pass.Claim((holder, "logger")) ? inject : null;

    /// <summary>The handler of a minimal API that runs the code, itself or by a function within that sees its parameters.</summary>
    private static EnclosingFunction? HandlerAround(EnclosingFunction function, RepairContext context)
    {
        var entryPoints = EntryPoints.Of(KnownTypes.Of(context.Model.Compilation));
        for (var current = function; current?.Symbol is { } symbol; current = EnclosingFunction.Of(current.Node, context.Model, context.CancellationToken))
        {
            if (entryPoints.KindOf(symbol) == EndpointKind.RouteHandler)
                return current;
            if (symbol.IsStatic && symbol.MethodKind is MethodKind.LambdaMethod or MethodKind.LocalFunction)
                return null;
        }

        return null;
    }
}
