@echo off
rem Runs Clientele, compiled to machine code for the processor at hand. The first run builds it, and so does the first run after
rem its sources or the processor changed. Building needs the .NET 10 SDK, Node.js for the report's page, and the C++ build tools
rem of Visual Studio to link with; without those it is compiled for the installed runtime, which starts slower.
setlocal enableextensions
set "home=%~dp0"
set "artifacts=%home%artifacts"
set "program=%artifacts%\clientele\Clientele.Cli"
set "install=Install the .NET SDK 10 (winget install Microsoft.DotNet.SDK.10), then run this again."

rem A packaged tool has no src and never is stale. A copy of the sources beside the program tells what is newer.
if not exist "%artifacts%\clientele\built" goto build
if not exist "%home%src" goto run
set "built_for=%PROCESSOR_IDENTIFIER%"
if exist "%program%.exe" set /p built_for=<"%artifacts%\clientele\processor"
if not "%built_for%"=="%PROCESSOR_IDENTIFIER%" goto build
set changed=0
for /f %%n in ('xcopy "%home%src" "%artifacts%\clientele\sources" /l /d /s /y /i /exclude:%artifacts%\clientele\built ^| findstr /r "^[0-9]"') do set changed=%%n
if "%changed%"=="0" goto run

:build
where /q node || (echo clientele: building needs Node.js 18 or later ^(winget install OpenJS.NodeJS.LTS^), then run this again. 1>&2 & exit /b 1)
where /q dotnet || (echo clientele: needs the .NET 10 SDK, and no dotnet is on the PATH. %install% 1>&2 & exit /b 1)
dotnet --list-sdks | findstr /b "10." >nul || (echo clientele: building needs the .NET 10 SDK. %install% 1>&2 & exit /b 1)
set "new=%artifacts%\clientele.%random%%random%"
mkdir "%new%" || exit /b 1
(echo \obj\& echo \bin\& echo \node_modules\) >"%new%\built"
>"%new%\processor" echo %PROCESSOR_IDENTIFIER%
xcopy "%home%src" "%new%\sources" /s /y /i /q /exclude:%new%\built >nul
echo clientele: building for this machine, once (a few minutes) ... 1>&2
pushd "%home%"
set publish=dotnet publish src\Clientele.Cli -c Release --use-current-runtime --artifacts-path "%new%.work" -o "%new%" -v quiet --disable-build-servers
%publish% -p:Native=true 1>"%artifacts%\build.log" 2>&1 <nul && "%new%\Clientele.Cli.exe" --version >nul 2>&1 && goto built
del /q "%new%\Clientele.Cli*" 2>nul
move /y "%artifacts%\build.log" "%artifacts%\native.log" >nul
echo clientele: it could not be compiled to machine code, so it will start slower. That needs Visual Studio's "Desktop development with C++". 1>&2
%publish% 1>"%artifacts%\build.log" 2>&1 <nul && goto built
popd
type "%artifacts%\build.log" 1>&2
rmdir /s /q "%new%.work" 2>nul
rmdir /s /q "%new%"
echo clientele: the build failed; its output stands above. 1>&2
exit /b 1

:built
popd
rmdir /s /q "%new%.work" 2>nul
if exist "%artifacts%\clientele" rmdir /s /q "%artifacts%\clientele"
move "%new%" "%artifacts%\clientele" >nul || exit /b 1

:run
if not exist "%program%.exe" goto runtime
"%program%.exe" %*
exit /b

:runtime
dotnet "%program%.dll" %*
