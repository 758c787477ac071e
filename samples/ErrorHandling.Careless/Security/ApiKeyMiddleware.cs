namespace ErrorHandling.Careless.Security;

public sealed class ApiKeyMiddleware(RequestDelegate next, IConfiguration configuration, ILogger<ApiKeyMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var apiKey = context.Request.Headers["X-Api-Key"].ToString();
        logger.LogDebug("Request with {Key}", apiKey); // SECR2006
        try
        {
            if (!IsKeyValid(apiKey))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
        }
        catch (Exception ex) // SECR2008
        {
            logger.LogError(ex, "No key can be checked");
        }

        await next(context);
    }

    private bool IsKeyValid(string apiKey)
    {
        var expected = configuration["Api:Key"] ?? throw new InvalidOperationException("The setting 'Api:Key' is missing.");
        if (expected.Length != apiKey.Length)
            throw new ArgumentException($"The key {apiKey} is malformed.", nameof(apiKey)); // SECR2005
        return expected == apiKey;
    }
}
