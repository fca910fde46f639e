@echo off
rem Runs the command line on a Java of 21 or later: CUTTINGS_JAVA_HOME, JAVA_HOME, or the PATH.
setlocal
set "HOME_DIR=%~dp0.."
set "LIB=%HOME_DIR%\lib"
if not exist "%LIB%" set "LIB=%HOME_DIR%\target\lib"
if not exist "%LIB%" (
  echo cuttings: nothing is built yet; run: mvn -DskipTests package 1>&2
  exit /b 2
)
set "JAVA_EXE=java"
if defined JAVA_HOME set "JAVA_EXE=%JAVA_HOME%\bin\java"
if defined CUTTINGS_JAVA_HOME set "JAVA_EXE=%CUTTINGS_JAVA_HOME%\bin\java"
"%JAVA_EXE%" -version >nul 2>&1
if errorlevel 1 (
  echo cuttings: Java 21 or later is needed and none was found; install one, or set CUTTINGS_JAVA_HOME. 1>&2
  exit /b 2
)
set "DATA=%HOME_DIR%\testdata"
if not exist "%DATA%" set "DATA=%HOME_DIR%\..\testdata"
"%JAVA_EXE%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xshare:auto %CUTTINGS_JAVA_OPTIONS% "-Djava.util.logging.config.file=%~dp0logging.properties" "-Dcuttings.testdata=%DATA%" -cp "%LIB%\*" news.cuttings.cli.Main %*
exit /b %ERRORLEVEL%
